package dev.graft.runtime.catalogue;

import dev.graft.runtime.manifest.PythonSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where nodes are that do not come with the class path.
 *
 * @param files Python files, or folders of Python files, that define nodes
 * @param plugins folders of plugins: each jar and each Python file in it is one, and so is each
 *     folder with all its jars and Python files
 * @param python what manifests say of Python, where their nodes are wanted without a manifest:
 *     files that define nodes, and what all Python files may import
 */
public record NodeSources(List<Path> files, List<Path> plugins, PythonSpec python) {
  /** Nowhere. */
  public static final NodeSources NONE = new NodeSources(List.of(), List.of());

  /** Places that no manifest names. */
  public NodeSources(List<Path> files, List<Path> plugins) {
    this(files, plugins, PythonSpec.NONE);
  }

  public NodeSources {
    files = List.copyOf(files);
    plugins = List.copyOf(plugins);
  }

  /** These and more. */
  public NodeSources and(List<Path> moreFiles, List<Path> morePlugins) {
    return new NodeSources(
        Stream.concat(files.stream(), moreFiles.stream()).toList(),
        Stream.concat(plugins.stream(), morePlugins.stream()).toList(),
        python);
  }

  /** Whether a file or folder of a manifest is among the files already. */
  boolean has(PythonSpec.File file) {
    return files.stream().anyMatch(each -> normal(each).equals(normal(file.path())));
  }

  private static Path normal(Path path) {
    return path.toAbsolutePath().normalize();
  }
}
