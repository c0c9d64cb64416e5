package dev.graft.registry;

import java.util.List;

/** The nodes of one module. Generated, and found as a service. */
public interface NodeModule {
  /** The name of the module: the package that its nodes have in common. */
  String name();

  /** The factories, sorted by id. */
  List<NodeFactory> factories();
}
