package dev.graft.runtime.queue;

import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * How many values may wait in a ring, so that they occupy no more than so many bytes together. Not
 * every value is weighed: as long as they are small, about one in eight is; from the first large
 * one on each is, until they are small again. Used by the thread that gives.
 */
final class Room {
  /** On the average; not always the same, so that no rhythm of the values can hide from it. */
  private static final int WEIGH_ONE_IN = 8;

  /** So slowly that heavy values which come now and then are still weighed. */
  private static final int GROW_BY_ONE_IN = 8;

  private final int most;
  private final long bytes;
  private final ToLongFunction<@Nullable Object> weight;
  private int now;
  private int unseen = 1;
  private int dice = 1;

  /**
   * Room for all that is small.
   *
   * @param most how many values of any size
   * @param bytes how much they may weigh together; one value may always wait
   * @param weight the bytes that a value occupies, about
   */
  Room(int most, long bytes, ToLongFunction<@Nullable Object> weight) {
    this.most = most;
    this.bytes = bytes;
    this.weight = weight;
    this.now = most;
  }

  /** How many values may wait, this one included, if the others are as heavy. */
  int with(@Nullable Object value) {
    if (--unseen > 0) {
      return now;
    }
    long fit = bytes / Math.max(1, weight.applyAsLong(value));
    int wanted = (int) Math.max(1, Math.min(most, fit));
    // Large ones count at once; small ones make room by and by, for large ones may still wait.
    now = Math.min(wanted, now + 1 + now / GROW_BY_ONE_IN);
    unseen = now < most ? 1 : nextInterval();
    return now;
  }

  private int nextInterval() {
    dice = dice * 1_103_515_245 + 12_345;
    return 1 + (dice >>> 16) % (2 * WEIGH_ONE_IN - 1);
  }
}
