package dev.graft.runtime.recovery;

import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.backend.HostedNode;
import dev.graft.runtime.backend.HostingRefusedException;
import dev.graft.runtime.failure.NodeFailureException;

/** A place where a node can be opened, again and again. Used by the thread that runs the node. */
public interface Berth {
  /** The backend there. */
  BackendId backend();

  /** The node, as if it had taken nothing. */
  HostedNode open() throws NodeFailureException, HostingRefusedException;

  /** Gives up a node that was opened here. */
  void giveUp(HostedNode node);
}
