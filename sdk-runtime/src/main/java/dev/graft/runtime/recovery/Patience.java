package dev.graft.runtime.recovery;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Counts losses in a row, and waits longer after each. */
final class Patience {
  private static final Duration LOOK = Duration.ofMillis(5);

  private final RecoveryPolicy policy;
  private int losses;

  Patience(RecoveryPolicy policy) {
    this.policy = policy;
  }

  /** A host was lost. */
  void lost() {
    losses++;
  }

  /** An item was done. */
  void progressed() {
    losses = 0;
  }

  /** How many were lost in a row. */
  int losses() {
    return losses;
  }

  /** Whether there is none left. */
  boolean isExhausted() {
    return losses >= policy.losses();
  }

  /** Waits before the next start, unless somebody ends the run. */
  void pause(BooleanSupplier ended) {
    if (losses < 2) {
      return;
    }
    long pause = policy.firstPause().toNanos() << Math.min(losses - 2, 20);
    long end = System.nanoTime() + Math.min(pause, policy.longestPause().toNanos());
    for (long left = end - System.nanoTime();
        left > 0 && !ended.getAsBoolean();
        left = end - System.nanoTime()) {
      LockSupport.parkNanos(Math.min(left, LOOK.toNanos()));
    }
  }
}
