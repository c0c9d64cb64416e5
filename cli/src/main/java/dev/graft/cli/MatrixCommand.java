package dev.graft.cli;

import dev.graft.compat.run.CompatOptions;
import dev.graft.compat.run.CompatResult;
import dev.graft.compat.run.CompatRun;
import dev.graft.compat.run.CompatUsageException;
import dev.graft.compat.run.ExitCode;
import dev.graft.compat.run.Shard;
import dev.graft.runtime.backend.BackendSettings;
import dev.graft.runtime.manifest.ManifestException;
import dev.graft.runtime.run.GraftRuntime;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code graft matrix}: runs every node on every backend and says where they differ. */
@Command(
    name = "matrix",
    description = {
      "Run every node on every backend, and report where they differ. Results of an earlier run",
      "are kept where nothing that decides them has changed.",
      "Exit code 0: every difference is known and justified. Others: see docs/compat.md."
    },
    subcommands = {
      MatrixCanSwitchCommand.class,
      MatrixReproCommand.class,
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

  MatrixCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException, ManifestException {
    try (GraftRuntime runtime = nodeOptions.runtime(BackendSettings.ofUser())) {
      CompatResult result = CompatRun.run(options(), runtime);
      tell(terminal, result);
      return result.exitCode();
    } catch (CompatUsageException | RefusedException e) {
      terminal.error(String.valueOf(e.getMessage()));
      return ExitCode.USAGE;
    }
  }

  static void tell(Terminal terminal, CompatResult result) {
    result.summary().forEach(terminal::line);
    terminal.line("");
    result.files().forEach(file -> terminal.line("wrote " + file));
  }

  private CompatOptions options() throws RefusedException, CompatUsageException {
    CompatOptions options = matrixOptions.options();
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
}
