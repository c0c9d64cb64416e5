package dev.graft.cli.watch;

import dev.graft.compat.subject.NodeHost;
import dev.graft.runtime.backend.Backend;
import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.backend.HostingRefusedException;
import dev.graft.runtime.catalogue.Catalogue;
import dev.graft.runtime.catalogue.NodeImplementation.JavaNode;
import dev.graft.runtime.limits.Limitation;
import dev.graft.runtime.limits.LimitationsException;
import dev.graft.runtime.run.GraftRuntime;
import java.util.List;

/**
 * The nodes of one round on backends that outlive it.
 *
 * @param catalogue the nodes
 * @param nodes whose limitations count
 * @param backends where they run
 */
record WatchHost(Catalogue catalogue, GraftRuntime nodes, GraftRuntime backends)
    implements NodeHost {
  static WatchHost of(GraftRuntime nodes, List<JavaNode> java, GraftRuntime backends) {
    return new WatchHost(nodes.catalogue().withNewer(java), nodes, backends);
  }

  @Override
  public Backend backend(BackendId id) throws HostingRefusedException {
    return backends.backend(id);
  }

  @Override
  public List<Limitation> limitations() throws LimitationsException {
    return nodes.limitations();
  }
}
