package dev.graft.runtime.run;

import dev.graft.runtime.backend.BackendSession;
import dev.graft.runtime.backend.HostedNode;
import dev.graft.runtime.failure.NodeFailureException;
import dev.graft.runtime.plan.StagePlan;

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
  /** Closes it; that it failed to is an event. */
  void close(RunState state) {
    try {
      node.close();
    } catch (NodeFailureException e) {
      state.event(new RunEvent.CloseFailed(e.failure()));
    }
  }
}
