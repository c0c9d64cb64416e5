package dev.graft.cli;

import dev.graft.cli.project.ProjectFile;
import dev.graft.compat.run.CompatOptions;
import dev.graft.runtime.manifest.ManifestException;
import dev.graft.runtime.project.ProjectFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What {@code graft matrix} and its questions read, and where the reports are. */
final class MatrixFiles {
  @Option(
      names = "--corpus",
      paramLabel = "FOLDER",
      description =
          "A folder of case files to run as well; may be repeated. Those of graft.json if absent.")
  private List<Path> corpus = new ArrayList<>();

  @Option(
      names = "--limitations",
      paramLabel = "FILE",
      description = "Known limitations besides the built-in ones.")
  private Optional<Path> limitations = Optional.empty();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FOLDER",
      converter = Dash.Folder.class,
      description = "Where the reports are; target/compat if absent.")
  private Optional<Path> output = Optional.empty();

  @Option(
      names = "--memory",
      paramLabel = "FOLDER",
      description =
          "What runs found out: a folder .graft, also one that was brought from elsewhere; may be"
              + " repeated. That of this project if absent.")
  private List<Path> memories = new ArrayList<>();

  /** What is read, again, for a command that somebody is told to type. */
  String words() {
    return PlaceWords.of("--corpus", corpus)
        + PlaceWords.of("--limitations", limitations.stream().toList());
  }

  /** All that these options say, or else the project file of the current folder. */
  CompatOptions options() throws ManifestException {
    ProjectFile project = ProjectFile.in(Path.of(""));
    List<Path> cases = corpus.isEmpty() ? ProjectFile.there(project.corpus()) : corpus;
    CompatOptions options =
        CompatOptions.defaults()
            .selecting(every -> every.withCorpus(cases))
            .withMemories(memories.isEmpty() ? List.of(ProjectFolder.of(Path.of(""))) : memories);
    CompatOptions limited = limitations.map(options::withLimitations).orElse(options);
    return output.map(limited::withOutput).orElse(limited);
  }
}
