package dev.graft.cli;

import dev.graft.cli.project.ProjectFile;
import dev.graft.cli.watch.NodeWatch;
import dev.graft.cli.watch.Watched;
import dev.graft.cli.watch.WatchedProject;
import dev.graft.cli.watch.WatchedText;
import dev.graft.cli.watch.WatchedTree;
import dev.graft.compat.run.CompatOptions;
import dev.graft.runtime.backend.BackendSettings;
import dev.graft.runtime.json.TypedJson;
import dev.graft.runtime.manifest.ManifestException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code graft watch}: the cases of a node, again whenever its sources change. */
@Command(
    name = "watch",
    description = {
      "Play the cases of a node on all its backends whenever its sources or cases change, until"
          + " Ctrl-C, and show the first that is not as it must be.",
      "Compiles src/main/java, takes Python nodes from src/main/python, or from the folder itself,"
          + " and cases from src/test/cases and cases: as `graft new` makes a project.",
      "Exit code, with --once: 0 all is as it must be; 1 something is not."
    })
final class WatchCommand implements Callable<Integer> {
  private static final long SEED = 1;

  private final Terminal terminal;

  @Mixin private NodeOptions nodeOptions = new NodeOptions();

  @Mixin private PlayedOptions played = new PlayedOptions();

  @Parameters(paramLabel = "NODE", description = "The catalogue id, for example running-total.")
  private String node = "";

  @Option(
      names = "--project",
      paramLabel = "FOLDER",
      description = "The folder of the project; the current one if absent.")
  private Path project = Path.of("");

  @Option(
      names = "--corpus",
      paramLabel = "FOLDER",
      description =
          "A folder of case files to play as well; may be repeated. Those of graft.json if absent.")
  private List<Path> corpus = new ArrayList<>();

  @Option(
      names = "--class-path",
      paramLabel = "PATH",
      split = "[:;]",
      description = "What the Java sources need besides Graft: jars, and folders of classes.")
  private List<Path> classPath = new ArrayList<>();

  @Option(names = "--once", description = "Play them once, and end.")
  private boolean once;

  @Option(names = "--json", description = "Print one line of JSON for each round.")
  private boolean json;

  WatchCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws RefusedException, ManifestException, IOException {
    ProjectFile file = ProjectFile.in(project);
    WatchedProject watched = watched(file);
    List<Path> plugins = nodeOptions.plugins(file);
    try (EndOnExit _ = new EndOnExit();
        NodeWatch rounds =
            new NodeWatch(
                node,
                watched,
                plugins,
                classPath,
                played.options(CompatOptions.defaults(), SEED),
                BackendSettings.ofUser())) {
      if (once) {
        return round(rounds).isGood() ? Exit.OK : Exit.FAILED;
      }
      List<Path> places = new ArrayList<>(watched.places());
      places.addAll(plugins);
      return new WatchLoop(terminal, () -> FileWatch.ofTrees(places), _ -> round(rounds)).run();
    }
  }

  private Watched round(NodeWatch rounds) throws IOException {
    Watched watched = rounds.round();
    if (json) {
      terminal.line(TypedJson.writePlain(WatchedTree.of(node, watched)));
    } else {
      WatchedText.of(node, watched).forEach(terminal::line);
    }
    return watched;
  }

  private WatchedProject watched(ProjectFile file) throws RefusedException, IOException {
    if (!Files.isDirectory(project.toAbsolutePath())) {
      throw new RefusedException(
          "--project: %s is no folder. Name the one of the project.".formatted(project));
    }
    WatchedProject watched =
        WatchedProject.in(project)
            .with(
                nodeOptions.files(file),
                corpus.isEmpty() ? ProjectFile.there(file.corpus()) : corpus);
    if (watched.isEmpty()) {
      throw new RefusedException(
          "there is nothing to watch in %s: no src/main/java, no src/main/python, no Python file. Name a folder with --project, or Python nodes with --nodes."
              .formatted(project.toAbsolutePath().normalize()));
    }
    return watched;
  }
}
