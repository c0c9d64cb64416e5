package dev.graft.runtime.backend;

import dev.graft.runtime.failure.NodeFailureException;
import java.util.List;
import java.util.Optional;

/**
 * The nodes of one run on one backend. What they share, such as an interpreter context, lives as
 * long as the session. Nodes that share an interpreter, because neither asks for one to itself and
 * their grants in the sandbox are equal, are used by one thread at a time; others may be opened
 * anew and given up by one thread while another one uses its own.
 */
public interface BackendSession extends AutoCloseable {
  /**
   * Loads, constructs and opens a node.
   *
   * @throws NodeFailureException if the node's own code failed (phase load or open)
   * @throws HostingRefusedException if the backend cannot host it, for example for a missing
   *     package
   */
  HostedNode open(NodeOpening opening) throws NodeFailureException, HostingRefusedException;

  /**
   * Joins adjacent nodes, if they can hand values on without the runtime.
   *
   * @param nodes at least two open nodes of this session, in the order of the stream
   * @return empty if they cannot: then each takes its items by itself
   */
  default Optional<HostedChain> join(List<HostedNode> nodes) {
    return Optional.empty();
  }

  /**
   * Gives up a node that is to be opened anew, here or elsewhere: its host was lost, or cannot run
   * it. It is closed, and what it had to itself is ended.
   */
  default void giveUp(HostedNode node) {
    try {
      node.close();
    } catch (NodeFailureException e) {
      // It is given up because something is wrong with it or its host, and that was told.
    }
  }

  /**
   * Ends the call that is running, if its node can be stopped from outside, within a fraction of a
   * second. It fails, and the session is good only to be closed. May be called by any thread, but
   * not after {@link #close} began.
   */
  default void cancel() {}

  /** Closes what is still open. Idempotent. */
  @Override
  void close();
}
