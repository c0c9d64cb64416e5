package dev.graft.cli;

import dev.graft.compat.changes.Baseline;
import dev.graft.compat.run.CompatOptions;
import dev.graft.compat.run.CompatResult;
import dev.graft.compat.run.CompatRun;
import dev.graft.compat.run.CompatUsageException;
import dev.graft.compat.run.ExitCode;
import dev.graft.compat.run.PastOptions;
import dev.graft.compat.run.Shard;
import dev.graft.runtime.backend.BackendSettings;
import dev.graft.runtime.manifest.ManifestException;
import dev.graft.runtime.run.GraftRuntime;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code graft matrix}: runs every node on every backend and says where they differ. */
@Command(
    name = "matrix",
    description = {
      "Run every node on every backend, and report where they differ.",
      "Results of an earlier run are kept where nothing that decides them has changed.",
      "Exit code 0: every difference is known and justified. Others: see docs/compat.md."
    },
    subcommands = {
      MatrixBenchCommand.class,
      MatrixCanSwitchCommand.class,
      MatrixReproCommand.class,
      MatrixDiffCommand.class,
      MatrixFreezeCommand.class,
      MatrixMergeCommand.class,
      MatrixLimitsCommand.class
    })
final class MatrixCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private NodeOptions nodeOptions = new NodeOptions();

  @Mixin private MatrixOptions matrixOptions = new MatrixOptions();

  @Option(names = "--fresh", description = "Play all again, whatever an earlier run saw.")
  private boolean fresh;

  @Option(
      names = "--failed-last",
      description = "Only the cases that failed in the last run, and that nobody explained.")
  private boolean failedLast;

  @Option(
      names = "--changed",
      paramLabel = "REVISION",
      arity = "0..1",
      fallbackValue = "HEAD",
      description =
          "Only nodes whose code or cases changed since a revision of git (HEAD if none is named).")
  private Optional<String> changed = Optional.empty();

  @Option(
      names = "--shard",
      paramLabel = "I/N",
      description = "Only one of N equal parts of the cases; `graft matrix merge` joins them.")
  private Optional<String> shard = Optional.empty();

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
      CompatResult result = run(options(), runtime);
      tell(terminal, result);
      return result.exitCode();
    } catch (CompatUsageException | RefusedException e) {
      nodeOptions.refuse(terminal, e);
      return ExitCode.USAGE;
    }
  }

  private CompatResult run(CompatOptions options, GraftRuntime runtime)
      throws CompatUsageException, IOException {
    String again = fresh ? "the same command without --fresh" : "the same command";
    try (MatrixProgress _ = MatrixProgress.start(terminal, options.output(), again)) {
      return CompatRun.run(options, runtime);
    }
  }

  static void tell(Terminal terminal, CompatResult result) {
    result.summary().forEach(terminal::line);
    terminal.line("");
    result.files().forEach(file -> terminal.line("wrote " + file));
  }

  private CompatOptions options() throws RefusedException, CompatUsageException, ManifestException {
    CompatOptions options = matrixOptions.options().withPast(past());
    Optional<Shard> part =
        shard.isPresent() ? Optional.of(Shard.parse(shard.get())) : Optional.empty();
    return options.withSearch(
        options
            .search()
            .withReuse(!fresh)
            .withFailedLast(failedLast)
            .withChangedSince(changed)
            .withShard(part));
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
}
