package dev.graft.runtime.manifest;

import java.nio.file.Path;

/**
 * A folder of plugins: nodes that are no part of the program.
 *
 * @param path where it is
 * @param place where the manifest names it
 */
public record PluginFolder(Path path, Place place) {
  private static final Place PLUGINS = Place.of("plugins");

  /** One that no text names. */
  public PluginFolder(Path path) {
    this(path, PLUGINS);
  }
}
