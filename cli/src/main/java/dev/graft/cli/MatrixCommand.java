package dev.graft.cli;

import dev.graft.compat.changes.Baseline;
import dev.graft.compat.run.CompatOptions;
import dev.graft.compat.run.CompatResult;
import dev.graft.compat.run.CompatRun;
import dev.graft.compat.run.CompatUsageException;
import dev.graft.compat.run.ExitCode;
import dev.graft.compat.run.PastOptions;
import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.backend.BackendSettings;
import dev.graft.runtime.manifest.ManifestException;
import dev.graft.runtime.run.GraftRuntime;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code graft matrix}: runs every node on every backend and says where they differ. */
@Command(
    name = "matrix",
    subcommands = {MatrixDiffCommand.class},
    description = {
      "Run every node on every backend, and report where they differ.",
      "Exit code 0: every difference is known and justified. Others: see docs/compat.md."
    })
final class MatrixCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private NodeOptions nodeOptions = new NodeOptions();

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

  @Option(
      names = "--baseline",
      paramLabel = "RUN",
      description = "Say what changed since this run: a baseline, a report.json or its folder.")
  private Optional<Path> baseline = Optional.empty();

  @Option(
      names = "--write-baseline",
      paramLabel = "FILE",
      description = "Write a baseline of this run, to be kept beside the sources.")
  private Optional<Path> newBaseline = Optional.empty();

  @Option(
      names = "--gate",
      paramLabel = "GATE",
      description = "End with 5 if there are any since the baseline: regressions.")
  private Optional<MatrixGate> gate = Optional.empty();

  MatrixCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException, ManifestException {
    try (GraftRuntime runtime = nodeOptions.runtime(BackendSettings.ofUser())) {
      CompatResult result = CompatRun.run(options(), runtime);
      result.summary().forEach(terminal::line);
      terminal.line("");
      result.files().forEach(file -> terminal.line("wrote " + file));
      return result.exitCode();
    } catch (CompatUsageException | RefusedException e) {
      terminal.error(String.valueOf(e.getMessage()));
      return ExitCode.USAGE;
    }
  }

  private CompatOptions options() throws RefusedException {
    CompatOptions options =
        CompatOptions.defaults()
            .withNodes(nodes)
            .withCases(cases)
            .withBackends(backendIds())
            .withCorpus(corpus)
            .withRandom(Math.max(0, random), seed)
            .withPast(past());
    CompatOptions limited = limitations.map(options::withLimitations).orElse(options);
    return output.map(limited::withOutput).orElse(limited);
  }

  private PastOptions past() throws RefusedException {
    if (gate.isPresent() && baseline.isEmpty()) {
      throw new RefusedException("--gate: there is nothing to compare with. Add --baseline FILE.");
    }
    if (newBaseline.filter(file -> !file.toString().endsWith(Baseline.ENDING)).isPresent()) {
      throw new RefusedException(
          "--write-baseline: the name of a baseline ends with %s, as baseline%s does."
              .formatted(Baseline.ENDING, Baseline.ENDING));
    }
    return new PastOptions(baseline, newBaseline, gate.isPresent());
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
