package dev.graft.cli;

import dev.graft.compat.changes.Change;
import dev.graft.compat.changes.Changes;
import dev.graft.compat.changes.ChangesException;
import dev.graft.compat.changes.ChangesText;
import dev.graft.compat.changes.ChangesTree;
import dev.graft.compat.changes.RunDiff;
import dev.graft.compat.changes.RunReader;
import dev.graft.compat.run.ExitCode;
import dev.graft.render.JsonWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code graft matrix diff}: what changed from one run to another, case by case. */
@Command(
    name = "diff",
    description = {
      "Say what changed from one run to another, case by case.",
      "A run is a folder of reports, a report.json or a baseline. Only cases with equal hashes are"
          + " compared."
    })
final class MatrixDiffCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(index = "0", paramLabel = "BEFORE", description = "The earlier run.")
  private Path before = Path.of("");

  @Parameters(index = "1", paramLabel = "AFTER", description = "The later run.")
  private Path after = Path.of("");

  @Option(names = "--json", description = "Print JSON, as diff_from in report.json.")
  private boolean json;

  @Option(
      names = "--gate",
      paramLabel = "GATE",
      description = "End with 5 if there are any: regressions.")
  private Optional<MatrixGate> gate = Optional.empty();

  MatrixDiffCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    try {
      Changes changes = RunDiff.of(RunReader.read(before), RunReader.read(after));
      if (json) {
        terminal.out().print(JsonWriter.write(ChangesTree.of(changes)));
      } else {
        ChangesText.of(changes).forEach(terminal::line);
      }
      boolean worse = changes.count(Change.Kind.REGRESSED) > 0;
      return gate.isPresent() && worse ? ExitCode.REGRESSED : ExitCode.OK;
    } catch (ChangesException e) {
      terminal.error(String.valueOf(e.getMessage()));
      return ExitCode.USAGE;
    }
  }
}
