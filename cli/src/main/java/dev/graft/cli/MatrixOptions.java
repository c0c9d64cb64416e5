package dev.graft.cli;

import dev.graft.compat.run.CompatOptions;
import dev.graft.compat.run.SearchOptions;
import dev.graft.runtime.manifest.ManifestException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which nodes, cases and backends of the matrix, and where its reports go. */
final class MatrixOptions {
  @Option(
      names = "--node",
      paramLabel = "PATTERN",
      description = "Only these nodes; may be repeated, * stands for anything.")
  private List<String> nodes = new ArrayList<>();

  @Option(
      names = "--case",
      paramLabel = "PATTERN",
      description = "Only these cases; may be repeated, * stands for anything.")
  private List<String> cases = new ArrayList<>();

  @Option(
      names = "--seed",
      paramLabel = "SEED",
      defaultValue = "1",
      description = "Where those begin (default 1): the same seed makes the same cases.")
  private long seed;

  @Option(
      names = "--edges",
      description = "Try the edges of each contract as well: each bound, and one beyond.")
  private boolean edges;

  @Mixin private PlayedOptions played = new PlayedOptions();

  @Mixin private MatrixFiles files = new MatrixFiles();

  /** All that these options say. */
  CompatOptions options() throws RefusedException, ManifestException {
    CompatOptions chosen =
        files.options().selecting(every -> every.withNodes(nodes).withCases(cases));
    return played.options(chosen, seed).withSearch(SearchOptions.DEFAULT.withEdges(edges));
  }
}
