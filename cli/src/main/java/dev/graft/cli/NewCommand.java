package dev.graft.cli;

import dev.graft.cli.project.NewProject;
import dev.graft.cli.project.ProjectKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code graft new}: a project to begin with. */
@Command(
    name = "new",
    description = {
      "Make a project with one node, its cases and its tests, which `mvn test` passes at once."
    })
final class NewCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(paramLabel = "DIR", description = "The folder of the project; made if absent.")
  private Path folder = Path.of("");

  @ArgGroup private @Nullable Kind kind;

  NewCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  /** One of them, or none. */
  static final class Kind {
    @Option(names = "--java", description = "The node is in Java.")
    private boolean java;

    @Option(names = "--python", description = "The node is in Python.")
    private boolean python;

    @SuppressWarnings("UnusedVariable") // the default; it is there to be said
    @Option(
        names = "--twin",
        description = "It is in both, and the tests prove that they do the same (default).")
    private boolean twin;

    ProjectKind chosen() {
      if (java) {
        return ProjectKind.JAVA;
      }
      return python ? ProjectKind.PYTHON : ProjectKind.TWIN;
    }
  }

  @Override
  public Integer call() throws RefusedException, IOException {
    check();
    NewProject project =
        new NewProject(
            kind == null ? ProjectKind.TWIN : kind.chosen(),
            NewProject.nameOf(folder),
            Version.text());
    project.write(folder).forEach(file -> terminal.line("wrote " + file));
    terminal.note("next: cd %s && mvn test".formatted(ShellWord.of(folder)));
    return Exit.OK;
  }

  private void check() throws RefusedException, IOException {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new RefusedException("%s is a file. Name a folder.".formatted(folder));
    } else if (Files.isDirectory(folder) && !isEmpty(folder)) {
      throw new RefusedException(
          "%s is there already and not empty. Name a new folder: nothing is overwritten."
              .formatted(folder));
    } else if (NewProject.nameOf(folder).isEmpty()) {
      throw new RefusedException(
          "a project cannot be named after %s. Name a folder with letters or digits."
              .formatted(folder));
    }
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> children = Files.list(folder)) {
      return children.findAny().isEmpty();
    }
  }
}
