package dev.graft.registry;

import dev.graft.descriptor.NodeDescriptor;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.TreeMap;

/** The Java nodes that a class loader can see. Immutable. */
public final class NodeRegistry {
  private final SortedMap<String, NodeFactory> factories;

  private NodeRegistry(SortedMap<String, NodeFactory> factories) {
    this.factories = Collections.unmodifiableSortedMap(factories);
  }

  /**
   * The nodes of all modules that are services of the class loader.
   *
   * @throws DuplicateNodeException if two nodes have one id
   */
  public static NodeRegistry load(ClassLoader loader) {
    return of(
        ServiceLoader.load(NodeModule.class, loader).stream()
            .map(ServiceLoader.Provider::get)
            .toList());
  }

  /**
   * The nodes of these modules.
   *
   * @throws DuplicateNodeException if two nodes have one id
   */
  public static NodeRegistry of(Collection<NodeModule> modules) {
    SortedMap<String, NodeFactory> factories = new TreeMap<>();
    for (NodeModule module : modules) {
      for (NodeFactory factory : module.factories()) {
        NodeDescriptor descriptor = factory.descriptor();
        NodeFactory other = factories.put(descriptor.id(), factory);
        if (other != null) {
          throw new DuplicateNodeException(
              descriptor.id(),
              List.of(
                  other.descriptor().implementation().symbol(),
                  descriptor.implementation().symbol()));
        }
      }
    }
    return new NodeRegistry(factories);
  }

  /** The factory of that id. */
  public Optional<NodeFactory> find(String id) {
    return Optional.ofNullable(factories.get(id));
  }

  /** All factories, sorted by id. */
  public Collection<NodeFactory> factories() {
    return factories.values();
  }
}
