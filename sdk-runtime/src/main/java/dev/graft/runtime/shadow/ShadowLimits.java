package dev.graft.runtime.shadow;

import java.time.Duration;

/**
 * What a shadow may cost.
 *
 * @param calls how many calls wait to be compared at most
 * @param bytes how much they may weigh
 * @param drain how long the end of a run waits for what still waits
 * @param resync how long after a difference the state of a node is looked at anew, at the earliest
 * @param errors after so many failures of the candidate alone in a row it is given up
 */
public record ShadowLimits(int calls, long bytes, Duration drain, Duration resync, int errors) {
  /** What is usual. */
  public static final ShadowLimits DEFAULT =
      new ShadowLimits(4096, 32L << 20, Duration.ofSeconds(2), Duration.ofSeconds(10), 100);
}
