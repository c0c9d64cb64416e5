package dev.graft.runtime.run;

import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.failure.NodeFailure;

/** Something that a user should hear of although the run goes on. */
public sealed interface RunEvent {
  /** One line for a person. */
  String text();

  /**
   * A preferred backend could not host a node, so another one is tried.
   *
   * @param nodeId the node
   * @param from the backend that refused
   * @param reason why, a sentence without a full stop
   */
  record FellBack(String nodeId, BackendId from, String reason) implements RunEvent {
    @Override
    public String text() {
      return "node \"%s\" does not run on %s: %s.".formatted(nodeId, from, reason);
    }
  }

  /**
   * An item was dropped or set aside by the error policy.
   *
   * @param failure why
   */
  record ItemRejected(NodeFailure failure) implements RunEvent {
    @Override
    public String text() {
      return failure.headline();
    }
  }

  /**
   * A node could not be closed properly.
   *
   * @param failure why
   */
  record CloseFailed(NodeFailure failure) implements RunEvent {
    @Override
    public String text() {
      return failure.headline();
    }
  }
}
