package dev.graft.cli;

import dev.graft.compat.run.CompatOptions;
import dev.graft.compat.run.SearchOptions;
import dev.graft.runtime.backend.BackendId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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

  @Option(
      names = "--corpus",
      paramLabel = "FOLDER",
      description = "A folder of case files to run as well; may be repeated.")
  private List<Path> corpus = new ArrayList<>();

  @Option(
      names = "--limitations",
      paramLabel = "FILE",
      description = "Known limitations besides the built-in ones.")
  private Optional<Path> limitations = Optional.empty();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FOLDER",
      description = "Where the reports go; target/compat if absent.")
  private Optional<Path> output = Optional.empty();

  /** All that these options say. */
  CompatOptions options() throws RefusedException {
    CompatOptions options =
        CompatOptions.defaults()
            .withNodes(nodes)
            .withCases(cases)
            .withBackends(backendIds())
            .withCorpus(corpus)
            .withRandom(Math.max(0, random), seed)
            .withSearch(SearchOptions.DEFAULT.withEdges(edges));
    CompatOptions limited = limitations.map(options::withLimitations).orElse(options);
    return output.map(limited::withOutput).orElse(limited);
  }

  private List<BackendId> backendIds() throws RefusedException {
    List<BackendId> ids = new ArrayList<>();
    for (String name : backends) {
      ids.add(
          BackendId.of(name)
              .orElseThrow(
                  () ->
                      new RefusedException(
                          "--backend: there is no backend \"%s\". Known are: %s."
                              .formatted(name, known()))));
    }
    return ids;
  }

  private static String known() {
    return String.join(", ", Arrays.stream(BackendId.values()).map(BackendId::text).toList());
  }
}
