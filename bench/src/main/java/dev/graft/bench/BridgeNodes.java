package dev.graft.bench;

import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.backend.BackendSession;
import dev.graft.runtime.backend.HostedNode;
import dev.graft.runtime.backend.HostingRefusedException;
import dev.graft.runtime.backend.ServedBy;
import dev.graft.runtime.failure.NodeFailureException;
import dev.graft.runtime.manifest.ManifestException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The nodes of all cases, open in one session: on GraalPy that is one context. */
final class BridgeNodes implements AutoCloseable {
  private final BackendSession session;
  private final List<BridgeNode> nodes = new ArrayList<>();
  private @Nullable ServedBy servedBy;

  private BridgeNodes(BackendSession session) {
    this.session = session;
  }

  static BridgeNodes open(Workplace place, List<BridgeCase> cases, BackendId backend)
      throws ManifestException, NodeFailureException, HostingRefusedException {
    BridgeNodes opened = new BridgeNodes(place.session(backend));
    try {
      for (BridgeCase each : cases) {
        BenchCase benchCase = each.benchCase();
        HostedNode node = place.open(place.plan(benchCase, backend), opened.session);
        opened.servedBy = node.servedBy();
        opened.nodes.add(new BridgeNode(each, new OpenNode(benchCase, node, () -> {})));
      }
      return opened;
    } catch (ManifestException | NodeFailureException | HostingRefusedException e) {
      opened.session.close();
      throw e;
    }
  }

  /** The nodes, in the order of the cases. */
  List<BridgeNode> nodes() {
    return nodes;
  }

  /** Who runs them. */
  @Nullable ServedBy servedBy() {
    return servedBy;
  }

  @Override
  public void close() throws NodeFailureException {
    try {
      for (BridgeNode node : nodes) {
        node.close();
      }
    } finally {
      session.close();
    }
  }
}
