package dev.graft.cli.mutants;

import dev.graft.compat.subject.NodeHost;
import dev.graft.registry.NodeFactory;
import dev.graft.registry.NodeRegistry;
import dev.graft.runtime.backend.Backend;
import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.backend.HostingRefusedException;
import dev.graft.runtime.catalogue.Catalogue;
import dev.graft.runtime.catalogue.CatalogueEntry;
import dev.graft.runtime.catalogue.NodeImplementation;
import dev.graft.runtime.run.GraftRuntime;

/** A wrong port in Java beside the right node in Python, on the backends of the runtime. */
final class WrongHost implements NodeHost {
  private static final ClassLoader NOTHING = new ClassLoader(null) {};

  private final Catalogue catalogue;
  private final GraftRuntime runtime;

  /** The node of that id, as a loader has it. */
  WrongHost(String node, NodesLoader loader, GraftRuntime runtime) {
    NodeFactory wrong = NodeRegistry.load(loader).find(node).orElseThrow();
    CatalogueEntry right = runtime.catalogue().find(node).orElseThrow();
    Catalogue one = Catalogue.load(NOTHING).with(new NodeImplementation.JavaNode(wrong));
    this.catalogue = right.python().map(one::with).orElse(one);
    this.runtime = runtime;
  }

  @Override
  public Catalogue catalogue() {
    return catalogue;
  }

  @Override
  public Backend backend(BackendId id) throws HostingRefusedException {
    return runtime.backend(id);
  }
}
