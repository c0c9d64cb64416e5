package dev.graft.runtime.catalogue;

import java.util.Collection;

/** Brings Python nodes whose descriptors are known already. Found as a service. */
public interface PythonNodeSource {
  /** The nodes. Runs no Python. */
  Collection<NodeImplementation.PythonNode> nodes();
}
