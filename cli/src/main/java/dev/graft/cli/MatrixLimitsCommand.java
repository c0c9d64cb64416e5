package dev.graft.cli;

import dev.graft.compat.run.CompatUsageException;
import dev.graft.compat.run.ExitCode;
import dev.graft.compat.run.Limits;
import dev.graft.compat.subject.NodeHost;
import dev.graft.runtime.backend.BackendSettings;
import dev.graft.runtime.manifest.ManifestException;
import dev.graft.runtime.run.GraftRuntime;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code graft matrix limits}: what is known to differ, and whether that is still so. */
@Command(
    name = "limits",
    description = {
      "List the known limitations and what the last run made of them.",
      "Exit code 0: nothing to do. 2: some must be edited."
    })
final class MatrixLimitsCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private NodeOptions nodeOptions = new NodeOptions();

  @Mixin private MatrixFiles files = new MatrixFiles();

  @Option(
      names = "--fix",
      description =
          "Remove from the file of --limitations what the last run found to be fixed or stale.")
  private boolean fix;

  @Option(
      names = "--explain",
      paramLabel = "CASE",
      description = "Say which entries fired for a case in the last run, which did not, and why.")
  private Optional<String> explained = Optional.empty();

  MatrixLimitsCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException, ManifestException {
    try (GraftRuntime runtime = nodeOptions.runtime(BackendSettings.ofUser())) {
      Limits limits = Limits.of(NodeHost.of(runtime), files.options());
      if (explained.isPresent()) {
        limits.explain(explained.get()).forEach(terminal::line);
      } else if (fix) {
        limits.fix().forEach(terminal::line);
      } else {
        limits.list().forEach(terminal::line);
        return limits.mustBeEdited() ? ExitCode.LIMITATIONS : ExitCode.OK;
      }
      return ExitCode.OK;
    } catch (CompatUsageException e) {
      terminal.error(String.valueOf(e.getMessage()));
      return ExitCode.USAGE;
    }
  }
}
