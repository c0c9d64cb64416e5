package dev.graft.compat.speed;

import java.util.Optional;

/** What is known of the time that a node takes on a backend. */
public sealed interface Timing {
  /**
   * It was measured. All times are nanoseconds, and geometric means over the cases.
   *
   * @param median for one item, there and back
   * @param low the tenth of samples that took least took less
   * @param high the tenth of samples that took most took more
   * @param own how long of that the node's own code ran, without what carries values to it; empty
   *     where the same code does both
   * @param cold from nothing to the first answer: session, node and items
   * @param ratio how many times as fast as CPython; empty where that cannot be said
   * @param note why there is no ratio, or what else must be known; else empty
   */
  record Measured(
      double median,
      double low,
      double high,
      Optional<Double> own,
      double cold,
      Optional<Interval> ratio,
      String note)
      implements Timing {
    /** How many items it takes in a second. */
    public double perSecond() {
      return 1e9 / median;
    }
  }

  /**
   * It was not.
   *
   * @param reason why
   */
  record NotMeasured(String reason) implements Timing {}
}
