package dev.graft.runtime.catalogue;

import dev.graft.descriptor.NodeDescriptor;
import dev.graft.registry.NodeFactory;

/** One implementation of a node: what a backend can open. */
public sealed interface NodeImplementation {
  /** What it is. */
  NodeDescriptor descriptor();

  /**
   * A Java class.
   *
   * @param factory its generated factory
   */
  record JavaNode(NodeFactory factory) implements NodeImplementation {
    @Override
    public NodeDescriptor descriptor() {
      return factory.descriptor();
    }
  }

  /**
   * A Python class.
   *
   * @param descriptor what its source text says
   * @param unit the source text
   */
  record PythonNode(NodeDescriptor descriptor, PythonUnit unit) implements NodeImplementation {}
}
