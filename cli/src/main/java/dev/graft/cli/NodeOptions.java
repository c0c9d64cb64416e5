package dev.graft.cli;

import dev.graft.runtime.backend.BackendSettings;
import dev.graft.runtime.catalogue.NodeSources;
import dev.graft.runtime.manifest.ManifestException;
import dev.graft.runtime.manifest.PythonSpec;
import dev.graft.runtime.run.GraftRuntime;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** Nodes besides those that come with Graft and those that a manifest brings. */
final class NodeOptions {
  @Option(
      names = "--nodes",
      paramLabel = "PATH",
      description = "Add the nodes of a Python file, or of all Python files of a folder.")
  private List<Path> files = List.of();

  @Option(
      names = "--plugins",
      paramLabel = "FOLDER",
      description =
          "Add the nodes of all jars and Python files in a folder; a folder in it is one plugin.")
  private List<Path> plugins = List.of();

  /** The Python files, or folders of them. */
  List<Path> files() {
    return files;
  }

  /** The folders of plugins. */
  List<Path> plugins() {
    return plugins;
  }

  /** Where they come from. */
  List<Path> places() {
    return Stream.concat(files.stream(), plugins.stream()).toList();
  }

  /**
   * A runtime that has them.
   *
   * @throws ManifestException if something is wrong with them
   */
  GraftRuntime runtime(BackendSettings settings) throws ManifestException {
    return runtime(settings, PythonSpec.NONE);
  }

  /**
   * A runtime that has them, and those that manifests bring.
   *
   * @throws ManifestException if something is wrong with them
   */
  GraftRuntime runtime(BackendSettings settings, PythonSpec python) throws ManifestException {
    return GraftRuntime.create(
        python.interpreter().map(settings::withInterpreter).orElse(settings),
        new NodeSources(files, plugins, python));
  }
}
