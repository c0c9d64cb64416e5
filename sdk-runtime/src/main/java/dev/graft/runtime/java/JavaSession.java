package dev.graft.runtime.java;

import dev.graft.runtime.backend.BackendSession;
import dev.graft.runtime.backend.HostedChain;
import dev.graft.runtime.backend.HostedNode;
import dev.graft.runtime.backend.HostingRefusedException;
import dev.graft.runtime.backend.NodeOpening;
import dev.graft.runtime.failure.NodeFailureException;
import dev.graft.runtime.failure.Phase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The Java nodes of one run. */
final class JavaSession implements BackendSession {
  private final List<JavaHostedNode> open = new ArrayList<>();

  @Override
  public HostedNode open(NodeOpening opening) throws NodeFailureException, HostingRefusedException {
    JavaHostedNode node = new JavaHostedNode(opening, JavaBackend.javaNode(opening.node()));
    try {
      node.openDefault();
    } catch (RuntimeException | StackOverflowError e) {
      throw JavaFailures.of(opening.nodeId(), Phase.OPEN, e);
    }
    open.add(node);
    return node;
  }

  @Override
  public Optional<HostedChain> join(List<HostedNode> nodes) {
    List<JavaHostedNode> own = new ArrayList<>();
    for (HostedNode node : nodes) {
      // In a chain nobody stands between the nodes who could tell their times apart.
      if (!(node instanceof JavaHostedNode java) || java.isMeasured()) {
        return Optional.empty();
      }
      own.add(java);
    }
    return Optional.of(new JavaChain(own));
  }

  @Override
  public void close() {
    for (JavaHostedNode node : open) {
      try {
        node.close();
      } catch (NodeFailureException ignored) {
        // The runner closes its nodes itself and hears of it; this is the net below.
      }
    }
    open.clear();
  }
}
