package dev.graft.runtime.catalogue;

import dev.graft.registry.DuplicateNodeException;
import dev.graft.registry.NodeFactory;
import dev.graft.registry.NodeRegistry;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.TreeMap;

/** The nodes that a pipeline can name, by id. Immutable. */
public final class Catalogue {
  private final SortedMap<String, CatalogueEntry> entries;

  private Catalogue(SortedMap<String, CatalogueEntry> entries) {
    this.entries = Collections.unmodifiableSortedMap(entries);
  }

  /** The nodes that come with the modules on the class path. */
  public static Catalogue load(ClassLoader loader) {
    Catalogue catalogue = new Catalogue(new TreeMap<>());
    for (NodeFactory factory : NodeRegistry.load(loader).factories()) {
      catalogue = catalogue.with(new NodeImplementation.JavaNode(factory));
    }
    for (PythonNodeSource source : ServiceLoader.load(PythonNodeSource.class, loader)) {
      catalogue = catalogue.withAll(source.nodes());
    }
    return catalogue;
  }

  /**
   * This catalogue and one more node. The node of a plugin that is there already is the same, and
   * so is a class of the same Python file: the later one takes its place, because a manifest says
   * what its file may import.
   *
   * @throws DuplicateNodeException if a node of that id and language is there already
   */
  public Catalogue with(NodeImplementation node) {
    String id = node.descriptor().id();
    CatalogueEntry before =
        entries.getOrDefault(id, new CatalogueEntry(id, Optional.empty(), Optional.empty()));
    before
        .in(node.descriptor().implementation().language())
        .filter(other -> !isSame(other, node))
        .ifPresent(
            other -> {
              throw new DuplicateNodeException(id, List.of(place(other), place(node)));
            });
    SortedMap<String, CatalogueEntry> copy = new TreeMap<>(entries);
    copy.put(
        id,
        switch (node) {
          case NodeImplementation.JavaNode java ->
              new CatalogueEntry(id, Optional.of(java), before.python());
          case NodeImplementation.PythonNode python ->
              new CatalogueEntry(id, before.java(), Optional.of(python));
        });
    return new Catalogue(copy);
  }

  /**
   * This catalogue and more nodes.
   *
   * @throws DuplicateNodeException if a node of an id and language is there already
   */
  public Catalogue withAll(Collection<? extends NodeImplementation> nodes) {
    Catalogue result = this;
    for (NodeImplementation node : nodes) {
      result = result.with(node);
    }
    return result;
  }

  /**
   * This catalogue and nodes whose sources are at hand. Where a plugin has a node of the same id,
   * that was made of them before and makes room.
   *
   * @throws DuplicateNodeException if a node of an id is there already and of no plugin
   */
  public Catalogue withNewer(Collection<NodeImplementation.JavaNode> nodes) {
    SortedMap<String, CatalogueEntry> copy = new TreeMap<>(entries);
    for (NodeImplementation.JavaNode node : nodes) {
      copy.computeIfPresent(
          node.descriptor().id(),
          (id, entry) ->
              entry.java().flatMap(NodeImplementation.JavaNode::plugin).isPresent()
                  ? new CatalogueEntry(id, Optional.empty(), entry.python())
                  : entry);
    }
    return new Catalogue(copy).withAll(nodes);
  }

  /** The entry of an id. */
  public Optional<CatalogueEntry> find(String id) {
    return Optional.ofNullable(entries.get(id));
  }

  /** All entries, sorted by id. */
  public Collection<CatalogueEntry> entries() {
    return entries.values();
  }

  /** All ids, sorted. */
  public Collection<String> ids() {
    return entries.keySet();
  }

  private static boolean isSame(NodeImplementation before, NodeImplementation after) {
    return before.equals(after)
        || (before instanceof NodeImplementation.PythonNode first
            && after instanceof NodeImplementation.PythonNode second
            && first.unit().hash().equals(second.unit().hash())
            && first
                .descriptor()
                .implementation()
                .symbol()
                .equals(second.descriptor().implementation().symbol())
            && file(first).equals(file(second)));
  }

  private static Path file(NodeImplementation.PythonNode node) {
    return Path.of(node.unit().path()).toAbsolutePath().normalize();
  }

  private static String place(NodeImplementation node) {
    return switch (node) {
      case NodeImplementation.JavaNode java ->
          java.descriptor().implementation().symbol()
              + java.plugin().map(plugin -> " in " + plugin).orElse("");
      case NodeImplementation.PythonNode python ->
          python.descriptor().implementation().symbol() + " in " + python.unit().path();
    };
  }
}
