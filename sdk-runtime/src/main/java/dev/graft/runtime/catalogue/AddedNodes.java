package dev.graft.runtime.catalogue;

import dev.graft.registry.DuplicateNodeException;
import dev.graft.runtime.backend.BackendSettings;
import dev.graft.runtime.limits.Limitation;
import dev.graft.runtime.manifest.ManifestException;
import dev.graft.runtime.manifest.Place;
import dev.graft.runtime.manifest.PluginFolder;
import dev.graft.runtime.manifest.Problem;
import dev.graft.runtime.manifest.PythonSpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A catalogue with the nodes of {@link NodeSources}.
 *
 * @param catalogue all nodes by id
 * @param byClass all nodes, those of Python files by the names of their classes
 * @param files the Python files, or folders of them, where some of them are
 * @param plugins what brings some of them, and those that manifests name
 */
public record AddedNodes(Catalogue catalogue, Catalogue byClass, List<Path> files, Plugins plugins)
    implements AutoCloseable {
  private static final Place NODES = Place.of("--nodes");
  private static final Place PLUGINS = Place.of("--plugins");

  /**
   * Adds nodes to a catalogue.
   *
   * @throws ManifestException if a file or a plugin is not there or not good, or a node is there
   *     twice; lists all problems
   */
  public static AddedNodes to(
      Catalogue catalogue, NodeSources sources, BackendSettings settings, ClassLoader loader)
      throws ManifestException {
    List<Problem> problems = new ArrayList<>();
    Plugins plugins = new Plugins(loader);
    List<Plugins.Found> found =
        plugins.load(
            sources.plugins().stream().map(path -> new PluginFolder(path, PLUGINS)).toList(),
            problems);
    PythonSpec spec = spec(sources, found, problems);
    List<NodeImplementation.PythonNode> python =
        PythonFiles.nodes(spec, settings, loader, problems);
    Catalogue java = catalogue;
    for (Plugins.Found plugin : found) {
      java = plugin.addTo(java, problems);
    }
    Catalogue all = with(java, python, problems);
    if (!problems.isEmpty()) {
      plugins.close();
      throw new ManifestException(problems);
    }
    return new AddedNodes(
        all,
        with(java, ClassNames.asIds(python), problems),
        spec.files().stream().map(PythonSpec.File::path).toList(),
        plugins);
  }

  /**
   * A catalogue without any.
   *
   * @param loader what plugins of manifests have in common
   */
  public static AddedNodes none(Catalogue catalogue, ClassLoader loader) {
    return new AddedNodes(catalogue, catalogue, List.of(), new Plugins(loader));
  }

  /** What the jars of plugins say is known to differ, those that manifests named among them. */
  public List<Limitation> limitations() {
    return plugins.limitations();
  }

  private static PythonSpec spec(
      NodeSources sources, List<Plugins.Found> found, List<Problem> problems) {
    sources.files().stream()
        .filter(Files::notExists)
        .forEach(
            path ->
                problems.add(Problem.of(NODES, "there is no file or folder %s.".formatted(path))));
    return new PythonSpec(
        Stream.of(
                sources.files().stream()
                    .filter(Files::exists)
                    .map(path -> new PythonSpec.File(path, Optional.empty(), NODES)),
                sources.python().files().stream().filter(file -> !sources.has(file)),
                found.stream().flatMap(plugin -> plugin.python().stream()))
            .flatMap(files -> files)
            .toList(),
        sources.python().roots(),
        sources.python().aliases(),
        Optional.empty(),
        List.of(),
        List.of());
  }

  private static Catalogue with(
      Catalogue catalogue, Collection<? extends NodeImplementation> nodes, List<Problem> problems) {
    Catalogue result = catalogue;
    for (NodeImplementation node : nodes) {
      try {
        result = result.with(node);
      } catch (DuplicateNodeException e) {
        problems.add(Problem.of(Place.WHOLE, String.valueOf(e.getMessage())));
      }
    }
    return result;
  }

  @Override
  public void close() {
    plugins.close();
  }
}
