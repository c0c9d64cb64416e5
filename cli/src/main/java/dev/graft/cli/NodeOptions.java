package dev.graft.cli;

import dev.graft.runtime.backend.BackendSettings;
import dev.graft.runtime.catalogue.NodeSources;
import dev.graft.runtime.manifest.ManifestException;
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

/** Nodes besides those that come with Graft and those that a manifest brings. */
final class NodeOptions {
  private static final Pattern NO_NODE = Pattern.compile("there is no node \"([^\"]+)\"\\. .*");

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

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command = CommandSpec.create();

  /** What helps whoever names a node that the last runtime did not have. */
  private UnaryOperator<String> hints = UnaryOperator.identity();

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
    return runtime(settings, NodeSources.NONE);
  }

  /**
   * A runtime that has them, and more.
   *
   * @param own where those are that manifests bring
   * @throws ManifestException if something is wrong with them
   */
  GraftRuntime runtime(BackendSettings settings, NodeSources own) throws ManifestException {
    GraftRuntime runtime =
        GraftRuntime.create(
            own.python().interpreter().map(settings::withInterpreter).orElse(settings),
            own.and(files, plugins));
    hints = runtime::hint;
    return runtime;
  }

  /** These options again, for a command that somebody is told to type. */
  String words() {
    StringBuilder words = new StringBuilder();
    files.forEach(path -> words.append(" --nodes ").append(ShellWord.of(path)));
    plugins.forEach(path -> words.append(" --plugins ").append(ShellWord.of(path)));
    return words.toString();
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
    UnnamedPlaces.hint(message, command, Path.of("")).ifPresent(terminal::note);
  }
}
