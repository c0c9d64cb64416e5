package dev.graft.runtime.catalogue;

import dev.graft.runtime.backend.BackendSettings;
import java.util.List;

/**
 * Reads descriptors from Python source texts without running them. Found as a service; remembers
 * what it found by the hash of the text.
 */
public interface PythonDescriber {
  /**
   * The nodes that a source text defines.
   *
   * @throws PythonSourceException if the text is not Python, or describes a node wrongly
   */
  List<NodeImplementation.PythonNode> describe(PythonUnit unit, BackendSettings settings)
      throws PythonSourceException;
}
