package dev.graft.runtime.shadow;

import dev.graft.runtime.backend.ServedBy;
import dev.graft.runtime.plan.StagePlan;
import java.nio.file.Path;
import java.util.Optional;

/** Compares what a node did with what another implementation of it did. Used by one thread. */
public interface ShadowJudge {
  /**
   * Judges a call. Both are about the same items.
   *
   * @param control what counts
   * @param candidate what is compared with it
   */
  ShadowVerdict judge(Seen control, Seen candidate);

  /** The candidate goes on from the state that the node has now. */
  default void restarted() {}

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
