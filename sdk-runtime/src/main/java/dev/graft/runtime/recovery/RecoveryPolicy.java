package dev.graft.runtime.recovery;

import java.time.Duration;

/**
 * How often a lost node is started again.
 *
 * @param losses so many losses in a row, with no item done between, end the node
 * @param lossesOfItem an item that loses its host so often is a failure
 * @param firstPause how long to wait before the second start in a row; doubles with each
 * @param longestPause the most it grows to
 */
record RecoveryPolicy(int losses, int lossesOfItem, Duration firstPause, Duration longestPause) {
  static final RecoveryPolicy DEFAULT =
      new RecoveryPolicy(10, 2, Duration.ofMillis(10), Duration.ofSeconds(1));
}
