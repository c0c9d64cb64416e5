package dev.graft.cli.ported;

import dev.graft.compat.subject.NodeHost;
import dev.graft.registry.NodeFactory;
import dev.graft.runtime.backend.Backend;
import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.backend.HostingRefusedException;
import dev.graft.runtime.catalogue.Catalogue;
import dev.graft.runtime.catalogue.NodeImplementation.JavaNode;
import dev.graft.runtime.catalogue.NodeImplementation.PythonNode;
import dev.graft.runtime.run.GraftRuntime;

/** A draft in Java beside the Python node that it was made of, and nothing else. */
final class DraftHost implements NodeHost {
  private static final ClassLoader NOTHING = new ClassLoader(null) {};

  private final Catalogue catalogue;
  private final GraftRuntime runtime;

  DraftHost(NodeFactory draft, PythonNode python, GraftRuntime runtime) {
    this.catalogue = Catalogue.load(NOTHING).with(new JavaNode(draft)).with(python);
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
