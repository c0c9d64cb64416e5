package dev.graft.python.bundle;

import java.nio.file.Path;
import java.util.Map;

/**
 * An unpacked CPython.
 *
 * @param home its prefix
 * @param executable what to start
 * @param environment the variables that the process needs, and no others
 */
public record BundledPython(Path home, Path executable, Map<String, String> environment) {
  public BundledPython {
    environment = Map.copyOf(environment);
  }
}
