package dev.graft.cli;

import dev.graft.compat.run.CompatOptions;
import dev.graft.runtime.backend.BackendId;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** What is played, and where: for all commands that play cases of nodes. */
final class PlayedOptions {
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

  /** The same with what they say. */
  CompatOptions options(CompatOptions others, long seed) throws RefusedException {
    List<BackendId> chosen = new ArrayList<>();
    for (String name : backends) {
      chosen.add(MatrixBackends.of("--backend", name));
    }
    return others
        .selecting(every -> every.withBackends(chosen))
        .withRandom(Math.max(0, random), seed);
  }
}
