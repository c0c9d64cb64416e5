package dev.graft.runtime.catalogue;

import java.nio.file.Path;
import java.util.List;

/**
 * Where nodes are that come neither with the class path nor with a manifest.
 *
 * @param files Python files, or folders of Python files, that define nodes
 * @param plugins folders of plugins: each jar and each Python file in it is one, and so is each
 *     folder with all its jars and Python files
 */
public record NodeSources(List<Path> files, List<Path> plugins) {
  /** Nowhere. */
  public static final NodeSources NONE = new NodeSources(List.of(), List.of());

  public NodeSources {
    files = List.copyOf(files);
    plugins = List.copyOf(plugins);
  }
}
