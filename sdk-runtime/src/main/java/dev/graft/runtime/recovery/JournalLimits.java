package dev.graft.runtime.recovery;

import java.time.Duration;

/**
 * How much a node may have to repeat after a loss.
 *
 * @param items the state is saved after so many items
 * @param bytes or when the items take so much memory
 * @param time or when the calls took so long
 * @param share but the calls must have taken so many times as long as saving did: that bounds what
 *     it costs
 * @param mostItems more are never kept
 * @param mostBytes nor do they ever take more memory
 */
record JournalLimits(
    int items, long bytes, Duration time, int share, int mostItems, long mostBytes) {
  /**
   * Measured: saving a small state takes as long as two or three calls, repeating a call as long as
   * the call. So 1000 items cost two in a thousand while nothing happens, and some tens of
   * milliseconds after a loss, less than a new worker does.
   */
  static final JournalLimits DEFAULT =
      new JournalLimits(1000, 8L << 20, Duration.ofMillis(250), 20, 100_000, 64L << 20);
}
