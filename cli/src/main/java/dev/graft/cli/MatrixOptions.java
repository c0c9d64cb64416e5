package dev.graft.cli;

import dev.graft.compat.run.CompatOptions;
import dev.graft.compat.run.SearchOptions;
import dev.graft.runtime.backend.BackendId;
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
      names = "--backend",
      paramLabel = "BACKEND",
      description = "Only these backends: java, graalpy, cpython; may be repeated.")
  private List<String> backends = new ArrayList<>();

  @Option(
      names = "--random",
      paramLabel = "N",
      defaultValue = "20",
      description = "Make up so many cases for each node (default 20); 0 for none.")
  private int random;

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

  @Mixin private MatrixFiles files = new MatrixFiles();

  /** All that these options say. */
  CompatOptions options() throws RefusedException {
    List<BackendId> chosen = new ArrayList<>();
    for (String name : backends) {
      chosen.add(MatrixBackends.of("--backend", name));
    }
    return files
        .options()
        .selecting(every -> every.withNodes(nodes).withCases(cases).withBackends(chosen))
        .withRandom(Math.max(0, random), seed)
        .withSearch(SearchOptions.DEFAULT.withEdges(edges));
  }
}
