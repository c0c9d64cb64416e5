package dev.graft.cli;

import dev.graft.compat.run.CompatResult;
import dev.graft.compat.run.CompatRun;
import dev.graft.compat.run.CompatUsageException;
import dev.graft.compat.run.ExitCode;
import dev.graft.runtime.backend.BackendSettings;
import dev.graft.runtime.manifest.ManifestException;
import dev.graft.runtime.run.GraftRuntime;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code graft matrix merge}: makes one run of the results of several. */
@Command(
    name = "merge",
    description = {
      "Make one report of the results of several runs, each of a part of the cases (--shard).",
      "The options are those of the runs. Results of other cases, of other code, or of one case twice"
          + " are refused."
    })
final class MatrixMergeCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private NodeOptions nodeOptions = new NodeOptions();

  @Mixin private MatrixOptions matrixOptions = new MatrixOptions();

  @Parameters(
      arity = "1..*",
      paramLabel = "FOLDER",
      description = "The folders of their reports, or the files with their results.")
  private List<Path> places = List.of();

  MatrixMergeCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException, ManifestException {
    try (GraftRuntime runtime = nodeOptions.runtime(BackendSettings.ofUser())) {
      CompatResult result = CompatRun.merge(matrixOptions.options(), runtime, places);
      MatrixCommand.tell(terminal, result);
      return result.exitCode();
    } catch (CompatUsageException | RefusedException e) {
      terminal.error(String.valueOf(e.getMessage()));
      return ExitCode.USAGE;
    }
  }
}
