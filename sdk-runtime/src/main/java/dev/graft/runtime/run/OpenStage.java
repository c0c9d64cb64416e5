package dev.graft.runtime.run;

import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.backend.BackendSession;
import dev.graft.runtime.backend.HostedNode;
import dev.graft.runtime.failure.NodeFailureException;
import dev.graft.runtime.manifest.ErrorPolicy;
import dev.graft.runtime.plan.StagePlan;
import dev.graft.runtime.recovery.RecoveringNode;
import dev.graft.runtime.shadow.ShadowedNode;

/**
 * A node of the plan that was opened.
 *
 * @param plan its plan
 * @param session where it lives
 * @param node itself
 * @param apart whether it shares its interpreter with no other node
 * @param recoveries what was done to keep it going
 */
record OpenStage(
    StagePlan plan, BackendSession session, HostedNode node, boolean apart, Recoveries recoveries) {
  /**
   * Whether it is cheaper to call it for several items at once. Where each item has a deadline they
   * go one by one.
   */
  boolean takesBatches() {
    return node.servedBy().backend() == BackendId.CPYTHON && plan.deadline().isEmpty();
  }

  /**
   * Whether neighbours may take its outputs without the runtime. An item for the dead letters must
   * be seen by it, and so must those of a node that may have to be done again elsewhere or is
   * compared with another one.
   */
  boolean mayBeJoined() {
    return !apart
        && !(plan.onError() instanceof ErrorPolicy.DeadLetter)
        && !(node instanceof RecoveringNode)
        && !(node instanceof ShadowedNode);
  }

  /** Closes it; that it failed to is an event. */
  void close(RunState state) {
    try {
      node.close();
    } catch (NodeFailureException e) {
      state.event(new RunEvent.CloseFailed(e.failure()));
    }
  }
}
