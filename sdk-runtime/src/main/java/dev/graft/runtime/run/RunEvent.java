package dev.graft.runtime.run;

import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.failure.NodeFailure;
import dev.graft.runtime.recovery.Loss;
import java.util.Optional;

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
   * The host of a node was lost.
   *
   * @param loss at which item, why, and what became of the node
   */
  record HostLost(Loss loss) implements RunEvent {
    @Override
    public String text() {
      return "%s: it %s.".formatted(loss.failure().headline(), loss.outcome().text());
    }
  }

  /**
   * A backend turned out to be unable to run a node that had begun there.
   *
   * @param from that backend
   * @param loss at which item, why, and what became of the node
   */
  record Moved(BackendId from, Loss loss) implements RunEvent {
    @Override
    public String text() {
      return "%s. It cannot run on %s, and %s."
          .formatted(loss.failure().headline(), from, loss.outcome().text());
    }
  }

  /**
   * The state of a node cannot be saved, so a loss of its host can only be made good while
   * everything that it took can be repeated.
   *
   * @param nodeId the node
   * @param reason why, a sentence without a full stop
   */
  record NotSaved(String nodeId, String reason) implements RunEvent {
    @Override
    public String text() {
      return "node \"%s\": its state cannot be saved: %s. If its host is lost later on, the run ends."
          .formatted(nodeId, reason);
    }
  }

  /**
   * A node that pairs the items of several connections got more of some than of others.
   *
   * @param nodeId the node
   * @param left what was left, by feeder
   */
  record Unpaired(String nodeId, String left) implements RunEvent {
    @Override
    public String text() {
      return "node \"%s\": fan_in \"zip\": dropped what had no partner at the end: %s."
          .formatted(nodeId, left);
    }
  }

  /**
   * Something about a node is odd, although no call of it failed.
   *
   * @param nodeId the node
   * @param warning one line
   * @param details such as a traceback
   */
  record Warned(String nodeId, String warning, Optional<String> details) implements RunEvent {
    @Override
    public String text() {
      return "node \"%s\": %s".formatted(nodeId, warning);
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
