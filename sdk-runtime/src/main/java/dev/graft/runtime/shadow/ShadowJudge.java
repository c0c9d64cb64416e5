package dev.graft.runtime.shadow;

import dev.graft.runtime.backend.KeyedState;
import dev.graft.runtime.backend.ServedBy;
import dev.graft.runtime.plan.StagePlan;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Compares what a node did with what another implementation of it did. Used by one thread. */
public interface ShadowJudge {
  /**
   * Judges a call. Both are about the same items.
   *
   * @param control what counts
   * @param candidate what is compared with it
   * @param held what passed the borders of the candidate in this call and the one before
   */
  ShadowVerdict judge(Seen control, Seen candidate, List<Held> held);

  /**
   * Judges what the two keep, after the last item and before the end of the input is told them.
   *
   * @param control what counts
   * @param candidate what is compared with it
   */
  ShadowVerdict judgeStates(List<KeyedState> control, List<KeyedState> candidate);

  /** The candidate goes on from the state that the node has now. */
  default void restarted() {}

  /** A new candidate goes on from the state that the one before it had. */
  default void renewed() {}

  /** Makes judges; found as a service. */
  interface Provider {
    /**
     * A judge for one shadow.
     *
     * @param stage the node in its pipeline
     * @param control who runs it
     * @param candidate who runs beside it
     * @param memory where what differs is kept, if it may be kept anywhere
     */
    ShadowJudge judge(StagePlan stage, ServedBy control, ServedBy candidate, Optional<Path> memory);
  }
}
