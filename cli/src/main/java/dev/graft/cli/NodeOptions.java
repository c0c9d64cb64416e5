package dev.graft.cli;

import dev.graft.cli.project.ProjectFile;
import dev.graft.runtime.backend.BackendSettings;
import dev.graft.runtime.catalogue.NodeSources;
import dev.graft.runtime.manifest.Manifest;
import dev.graft.runtime.manifest.ManifestException;
import dev.graft.runtime.manifest.Place;
import dev.graft.runtime.manifest.PluginFolder;
import dev.graft.runtime.manifest.Problem;
import dev.graft.runtime.manifest.PythonSpec;
import dev.graft.runtime.run.GraftRuntime;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Nodes besides those that come with Graft and those that a manifest brings: in the places that a
 * command is told, else in those of the project file.
 */
final class NodeOptions {
  private static final String NODES = "--nodes";
  private static final String PLUGINS = "--plugins";
  private static final Path HERE = Path.of("");
  private static final Pattern NO_NODE = Pattern.compile("there is no node \"([^\"]+)\"\\. .*");

  @Option(
      names = NODES,
      paramLabel = "PATH",
      description =
          "Add the nodes of a Python file, or of all Python files of a folder; those of graft.json"
              + " if absent.")
  private List<Path> files = List.of();

  @Option(
      names = PLUGINS,
      paramLabel = "FOLDER",
      description =
          "Add the nodes of all jars and Python files in a folder; a folder in it is one plugin."
              + " Those of graft.json if absent.")
  private List<Path> plugins = List.of();

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command = CommandSpec.create();

  /** What helps whoever names a node that the last runtime did not have. */
  private UnaryOperator<String> hints = UnaryOperator.identity();

  /** The Python files, or folders of them. */
  List<Path> files(ProjectFile project) {
    return files.isEmpty() ? ProjectFile.there(project.nodes()) : files;
  }

  /** The folders of plugins. */
  List<Path> plugins(ProjectFile project) {
    return plugins.isEmpty() ? ProjectFile.there(project.plugins()) : plugins;
  }

  /** Where they come from; what is not there yet may come. */
  List<Path> places() throws ManifestException {
    ProjectFile project = ProjectFile.in(HERE);
    return Stream.concat(
            (files.isEmpty() ? project.nodes() : files).stream(),
            (plugins.isEmpty() ? project.plugins() : plugins).stream())
        .toList();
  }

  /**
   * A runtime that has them.
   *
   * @throws ManifestException if something is wrong with them
   */
  GraftRuntime runtime(BackendSettings settings) throws ManifestException {
    return runtime(settings, NodeSources.NONE);
  }

  /**
   * A runtime that has them, and more.
   *
   * @param own where those are that manifests bring
   * @throws ManifestException if something is wrong with them
   */
  GraftRuntime runtime(BackendSettings settings, NodeSources own) throws ManifestException {
    ProjectFile project = ProjectFile.in(HERE);
    try {
      GraftRuntime runtime =
          GraftRuntime.create(
              own.python().interpreter().map(settings::withInterpreter).orElse(settings),
              own.and(files(project), plugins(project)));
      hints = runtime::hint;
      return runtime;
    } catch (ManifestException e) {
      throw new ManifestException(
          e.problems().stream().map(problem -> said(problem, project)).toList());
    }
  }

  /** The same, said of the project file where it is that which names the place. */
  private Problem said(Problem problem, ProjectFile project) {
    String option = problem.place().path();
    boolean isProject =
        (option.equals(NODES) && files.isEmpty()) || (option.equals(PLUGINS) && plugins.isEmpty());
    return isProject
        ? Problem.of(Place.of(option.substring(2)), problem.fact()).in(project.origin())
        : problem;
  }

  /** These options again, for a command that somebody is told to type in this folder. */
  String words() {
    return PlaceWords.of(NODES, files) + PlaceWords.of(PLUGINS, plugins);
  }

  /** The same for a command that is not told of a manifest, and needs what that brings. */
  String words(Manifest manifest, ProjectFile project) {
    List<Path> ownFiles = manifest.python().files().stream().map(PythonSpec.File::path).toList();
    List<Path> ownPlugins = manifest.plugins().stream().map(PluginFolder::path).toList();
    return PlaceWords.with(ownFiles, NODES, files, files(project))
        + PlaceWords.with(ownPlugins, PLUGINS, plugins, plugins(project));
  }

  /**
   * Says what was refused. Whoever compares nodes does not know where a command takes them from; if
   * one is missing, that is added.
   */
  void refuse(Terminal terminal, Exception refused) {
    String message = String.valueOf(refused.getMessage());
    Matcher missing = NO_NODE.matcher(message);
    terminal.error(
        missing.matches()
            ? "there is no node \"%s\". %s"
                .formatted(missing.group(1), hints.apply(missing.group(1)))
            : message);
    noteAbsent(terminal, message);
  }

  /** Says which places may have what is missing, if something is, and are not there yet. */
  void noteAbsent(Terminal terminal, String message) {
    AbsentPlaces.hint(message, command, HERE).ifPresent(terminal::note);
  }
}
