package dev.graft.cli;

import dev.graft.compat.run.CanSwitch;
import dev.graft.compat.run.CompatUsageException;
import dev.graft.compat.run.OutdatedReportException;
import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.backend.BackendSettings;
import dev.graft.runtime.catalogue.NodeSources;
import dev.graft.runtime.manifest.ManifestException;
import dev.graft.runtime.manifest.PluginFolder;
import dev.graft.runtime.run.GraftRuntime;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code graft switch}: moves a node of pipelines to another backend, and back. */
@Command(
    name = "switch",
    description = {
      "Move a node to another backend in the pipelines that have it, if the matrix has proven that"
          + " it may; back to cpython without a question.",
      "All else in the files stays as it is, to the byte.",
      "Exit code 0: it runs there. 1: nothing was changed, for the reasons that"
          + " `graft matrix can-switch` gives."
    })
final class SwitchCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private NodeOptions nodeOptions = new NodeOptions();

  @Mixin private MatrixFiles files = new MatrixFiles();

  @Parameters(paramLabel = "NODE", description = "The catalogue id, for example calculator.")
  private String node = "";

  @Option(
      names = "--to",
      paramLabel = "BACKEND",
      required = true,
      description = "Where to: java, graalpy or cpython.")
  private String to = "";

  @Option(
      names = "--manifest",
      paramLabel = "FILE",
      description =
          "A pipeline to change; may be repeated. All pipelines of the current folder if absent.")
  private List<Path> manifests = new ArrayList<>();

  @Option(
      names = "--env",
      paramLabel = "NAME",
      description = "Only if the shadows of this environment have shown that it may, too.")
  private Optional<String> env = Optional.empty();

  @Option(names = "--dry-run", description = "Show what would change, and change nothing.")
  private boolean dryRun;

  @Option(names = "--force", description = "Move it though nobody has proven that it may.")
  private boolean force;

  SwitchCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws ManifestException, RefusedException, IOException {
    BackendId backend = MatrixBackends.of("--to", to);
    List<ManifestChange> changes = changes(backend);
    List<ManifestChange> open = changes.stream().filter(ManifestChange::isOne).toList();
    if (!open.isEmpty() && backend != BackendId.CPYTHON && !mayGo(changes, backend)) {
      return Exit.FAILED;
    }
    for (ManifestChange change : changes) {
      if (!dryRun) {
        change.write();
      }
      (dryRun && change.isOne() ? change.diff() : change.words(backend)).forEach(terminal::line);
    }
    return Exit.OK;
  }

  /** What would change, in files that all run afterwards. */
  private List<ManifestChange> changes(BackendId backend)
      throws ManifestException, RefusedException, IOException {
    List<Path> named = manifests.isEmpty() ? PipelinesHere.in(Path.of("")) : manifests;
    List<ManifestChange> changes = new ArrayList<>();
    for (Path file : named) {
      ManifestChange.of(file, node, backend, !manifests.isEmpty()).ifPresent(changes::add);
    }
    if (changes.isEmpty()) {
      throw new RefusedException(
          manifests.isEmpty()
              ? "no pipeline of this folder has a node of the type \"%s\". Name one with --manifest."
                  .formatted(node)
              : "none of these pipelines has a node of the type \"%s\".".formatted(node));
    }
    for (ManifestChange change : changes) {
      try (GraftRuntime runtime = nodeOptions.runtime(BackendSettings.ofUser())) {
        runtime.plan(change.after());
      }
    }
    return changes;
  }

  /** What the pipelines bring themselves. */
  private static NodeSources own(List<ManifestChange> changes) throws RefusedException {
    List<Path> plugins =
        changes.stream()
            .flatMap(change -> change.after().plugins().stream())
            .map(PluginFolder::path)
            .toList();
    return new NodeSources(List.of(), plugins, JoinedPython.of(changes));
  }

  private boolean mayGo(List<ManifestChange> changes, BackendId backend)
      throws ManifestException, RefusedException, IOException {
    boolean safe;
    try (GraftRuntime runtime = nodeOptions.runtime(BackendSettings.ofUser(), own(changes))) {
      CanSwitch.Answer answer =
          new SwitchQuestion(node, backend, env).ask(terminal, runtime, files.options());
      answer.lines().forEach(terminal::note);
      safe = answer.safe();
    } catch (OutdatedReportException e) {
      terminal.error(e.getMessage() + nodeOptions.words() + files.words());
      safe = false;
    } catch (CompatUsageException e) {
      throw new RefusedException(String.valueOf(e.getMessage()));
    }
    if (!safe && !force) {
      terminal.error("nothing was changed. --force moves %s all the same.".formatted(node));
    } else if (!safe) {
      terminal.error(
          "FORCED: the results of %s on %s may be others from now on, and nothing will tell."
              .formatted(node, backend));
    }
    return safe || force;
  }
}
