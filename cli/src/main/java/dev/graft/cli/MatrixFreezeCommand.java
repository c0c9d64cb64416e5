package dev.graft.cli;

import dev.graft.cli.project.ProjectFile;
import dev.graft.compat.run.CompatUsageException;
import dev.graft.compat.run.ExitCode;
import dev.graft.compat.run.FoundFiles;
import dev.graft.runtime.manifest.ManifestException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code graft matrix freeze}: keeps what the last run found as case files. */
@Command(
    name = "freeze",
    description = {
      "Keep the cases that failed in the last run and that nobody wrote, as case files.",
      "They were made up, or seen by a shadow; each is as small as it was made. `graft matrix --corpus FOLDER` runs them from then on."
    })
final class MatrixFreezeCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Option(
      names = "--to",
      paramLabel = "FOLDER",
      converter = Dash.Folder.class,
      description =
          "Where they go; into the corpus of graft.json, or cases in the current folder, if absent.")
  private Optional<Path> to = Optional.empty();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FOLDER",
      converter = Dash.Folder.class,
      description = "Where the reports of that run are; target/compat if absent.")
  private Path output = Path.of("target", "compat");

  MatrixFreezeCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException, ManifestException {
    Path target = to.isPresent() ? to.get() : ProjectFile.in(Path.of("")).newCases();
    try {
      List<FoundFiles.Frozen> frozen = FoundFiles.freeze(output, target);
      if (frozen.isEmpty()) {
        terminal.line("the last run found nothing to freeze");
      }
      for (FoundFiles.Frozen each : frozen) {
        terminal.line((each.isNew() ? "wrote " : "there already: ") + each.file());
      }
      return ExitCode.OK;
    } catch (CompatUsageException e) {
      terminal.error(String.valueOf(e.getMessage()));
      return ExitCode.USAGE;
    }
  }
}
