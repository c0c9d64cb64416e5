package dev.graft.compat.subject;

import java.time.Duration;
import java.util.Optional;

/**
 * One sample of the time that a case takes.
 *
 * @param items how many items were taken in it
 * @param nanos how long they took, there and back
 * @param own how much of that the node's own code ran, where that was asked for and is known
 * @param first how long it took to open the node and to take the items for the first time, in
 *     nanoseconds
 */
public record Timed(long items, long nanos, Optional<Duration> own, long first) {
  /** Nanoseconds for one item. */
  public double perItem() {
    return (double) nanos / items;
  }

  /** Nanoseconds of the node's own code for one item. */
  public Optional<Double> ownPerItem() {
    return own.map(time -> (double) time.toNanos() / items);
  }
}
