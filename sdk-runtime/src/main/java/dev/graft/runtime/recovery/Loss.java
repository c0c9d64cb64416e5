package dev.graft.runtime.recovery;

import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.failure.NodeFailure;
import java.time.Duration;

/**
 * A node lost its host, or had to leave it.
 *
 * @param failure what happened, at which item
 * @param outcome what became of the node
 */
public record Loss(NodeFailure failure, Outcome outcome) {

  /** What became of a node after a loss. */
  public sealed interface Outcome {
    /** In the middle of a sentence, for people. */
    String text();
  }

  /**
   * The node goes on.
   *
   * @param where the backend on which it goes on
   * @param savedBefore how long ago the state was saved from which it started
   * @param repeated how many items it had to take again
   * @param otherwise how many calls ended otherwise than the first time: then the node is not
   *     deterministic, and its state and its outputs may disagree
   * @param took how long it took, waiting included
   */
  public record Restarted(
      BackendId where, Duration savedBefore, long repeated, long otherwise, Duration took)
      implements Outcome {
    @Override
    public String text() {
      return "goes on in a new host (%s) with the state of %d ms before and %d items repeated, after %d ms%s"
          .formatted(
              where,
              savedBefore.toMillis(),
              repeated,
              took.toMillis(),
              otherwise == 0
                  ? ""
                  : "; %d of the repeated calls ended otherwise: the node is not deterministic"
                      .formatted(otherwise));
    }
  }

  /**
   * The node was not brought back.
   *
   * @param why a sentence without a full stop
   */
  public record GivenUp(String why) implements Outcome {
    @Override
    public String text() {
      return "was not started again: " + why;
    }
  }
}
