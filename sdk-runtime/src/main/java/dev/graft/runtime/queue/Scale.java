package dev.graft.runtime.queue;

import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Weighs values, but not every one: as long as they are light, about one in eight, and the others
 * are taken to be like it. From a heavy one on each is weighed, until many in a row were light.
 * Used by one thread.
 */
final class Scale {
  /** On the average; not always the same, so that no rhythm of the values can hide from it. */
  private static final int ONE_IN = 8;

  private static final int TRUST_AFTER = 128;

  private final ToLongFunction<@Nullable Object> weight;
  private final long light;
  private long last;
  private int lightInARow = TRUST_AFTER;
  private int unseen = 1;
  private int dice = 1;

  /**
   * A scale.
   *
   * @param weight the bytes that a value occupies, about
   * @param light up to which weight it does not matter if one is not weighed
   */
  Scale(ToLongFunction<@Nullable Object> weight, long light) {
    this.weight = weight;
    this.light = light;
  }

  /** The weight of a value, or of one that came a little before it. */
  long weigh(@Nullable Object value) {
    if (--unseen > 0) {
      return last;
    }
    last = weight.applyAsLong(value);
    lightInARow = last > light ? 0 : Math.min(TRUST_AFTER, lightInARow + 1);
    unseen = lightInARow < TRUST_AFTER ? 1 : nextInterval();
    return last;
  }

  private int nextInterval() {
    dice = dice * 1_103_515_245 + 12_345;
    return 1 + (dice >>> 16) % (2 * ONE_IN - 1);
  }
}
