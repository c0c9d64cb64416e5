package dev.graft.compat.subject;

import dev.graft.compat.bridge.BridgeNode;
import dev.graft.runtime.backend.Backend;
import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.backend.HostingRefusedException;
import dev.graft.runtime.catalogue.Catalogue;
import dev.graft.runtime.run.GraftRuntime;

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
    };
  }
}
