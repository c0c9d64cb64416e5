package dev.graft.compat.subject;

import dev.graft.compat.bridge.BridgeNode;
import dev.graft.runtime.backend.Backend;
import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.backend.HostingRefusedException;
import dev.graft.runtime.catalogue.Catalogue;
import dev.graft.runtime.limits.KnownLimitations;
import dev.graft.runtime.limits.Limitation;
import dev.graft.runtime.limits.LimitationsException;
import dev.graft.runtime.run.GraftRuntime;
import java.util.List;

/** Where nodes and backends come from: the runtime, or what a test puts in its place. */
public interface NodeHost {
  /** The nodes. */
  Catalogue catalogue();

  /**
   * A backend.
   *
   * @throws HostingRefusedException if there is none of that id
   */
  Backend backend(BackendId id) throws HostingRefusedException;

  /**
   * What is known to differ: what the jars of this program say.
   *
   * @throws LimitationsException if one of their files is not what it must be
   */
  default List<Limitation> limitations() throws LimitationsException {
    return KnownLimitations.of(NodeHost.class.getClassLoader());
  }

  /** The nodes and backends of a runtime, and the node at the other end of the bridge. */
  static NodeHost of(GraftRuntime runtime) {
    Catalogue catalogue = BridgeNode.addTo(runtime.catalogue());
    return new NodeHost() {
      @Override
      public Catalogue catalogue() {
        return catalogue;
      }

      @Override
      public Backend backend(BackendId id) throws HostingRefusedException {
        return runtime.backend(id);
      }

      @Override
      public List<Limitation> limitations() throws LimitationsException {
        return runtime.limitations();
      }
    };
  }
}
