package dev.graft.runtime.run;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Lets a cancelled run end by itself for a moment, because then its nodes close as they should; and
 * stops the call in which it hangs if it does not.
 */
final class Ending {
  private static final Duration PATIENCE = Duration.ofMillis(50);

  private boolean begun;

  /** The run closes its nodes: from now on nothing is stopped. Waits for what is being stopped. */
  synchronized void begins() {
    begun = true;
    notifyAll();
  }

  /** Stops the run in a while, unless it ends before. Does not wait. */
  void hasten(Runnable stop) {
    Thread.ofPlatform().daemon().name("graft-cancel").start(() -> stopUnlessBegun(stop));
  }

  private synchronized void stopUnlessBegun(Runnable stop) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    try {
      for (long left = PATIENCE.toNanos(); !begun && left > 0; left = end - System.nanoTime()) {
        TimeUnit.NANOSECONDS.timedWait(this, left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (!begun) {
      stop.run();
    }
  }
}
