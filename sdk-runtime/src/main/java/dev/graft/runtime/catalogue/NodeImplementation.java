package dev.graft.runtime.catalogue;

import dev.graft.descriptor.NodeDescriptor;
import dev.graft.registry.NodeFactory;
import dev.graft.runtime.hash.ClassHash;
import java.nio.file.Path;
import java.util.Optional;

/** One implementation of a node: what a backend can open. */
public sealed interface NodeImplementation {
  /** What it is. */
  NodeDescriptor descriptor();

  /** The hash of its class file, source text or payload, which every result of it names. */
  String codeHash();

  /**
   * A Java class.
   *
   * @param factory its generated factory
   * @param plugin the jar or folder that it comes from, if that is not the class path
   */
  record JavaNode(NodeFactory factory, Optional<Path> plugin) implements NodeImplementation {
    /** A class of the class path. */
    public JavaNode(NodeFactory factory) {
      this(factory, Optional.empty());
    }

    @Override
    public NodeDescriptor descriptor() {
      return factory.descriptor();
    }

    @Override
    public String codeHash() {
      return ClassHash.of(factory.getClass(), descriptor().implementation().symbol());
    }
  }

  /**
   * A Python class.
   *
   * @param descriptor what its source text says
   * @param unit the source text
   */
  record PythonNode(NodeDescriptor descriptor, PythonUnit unit) implements NodeImplementation {
    @Override
    public String codeHash() {
      return unit.hash();
    }
  }
}
