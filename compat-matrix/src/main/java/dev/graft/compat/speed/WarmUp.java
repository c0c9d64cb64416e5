package dev.graft.compat.speed;

import dev.graft.compat.corpus.Case;
import dev.graft.compat.subject.Timed;
import java.util.Optional;
import java.util.OptionalInt;

/** Plays a case until its time settles, and finds out how often it must be played in a sample. */
final class WarmUp {
  private static final int MOST_PASSES = 1 << 20;

  /** Three samples in a row must lie so near to each other. */
  private static final double NEAR = 1.05;

  private WarmUp() {}

  /**
   * Warms a case up.
   *
   * @param fixed how many passes a sample has, if that is decided already
   * @return how many passes a sample has; empty if the session broke
   */
  static OptionalInt of(TimedPlace place, Case timed, OptionalInt fixed, SpeedOptions options) {
    int passes = fixed.orElse(1);
    while (fixed.isEmpty()) {
      Optional<Timed> sample = place.sample(timed, passes, false);
      if (sample.isEmpty()) {
        return OptionalInt.empty();
      } else if (sample.get().nanos() >= options.sample().toNanos() || passes >= MOST_PASSES) {
        break;
      }
      passes =
          Math.min(MOST_PASSES, next(passes, sample.get().nanos(), options.sample().toNanos()));
    }
    return settle(place, timed, passes, options) ? OptionalInt.of(passes) : OptionalInt.empty();
  }

  /** At least twice as many; more if even that would be far too few. */
  private static int next(int passes, long nanos, long wanted) {
    double factor = Math.max(2, 0.7 * wanted / Math.max(1, nanos));
    return (int) Math.min(MOST_PASSES, passes * Math.min(factor, 64));
  }

  private static boolean settle(TimedPlace place, Case timed, int passes, SpeedOptions options) {
    long end = System.nanoTime() + options.warmUp().toNanos();
    double before = 0;
    int near = 1;
    while (near < 3) {
      Optional<Timed> sample = place.sample(timed, passes, false);
      if (sample.isEmpty()) {
        return false;
      }
      double now = sample.get().perItem();
      near = Math.max(now, before) <= NEAR * Math.min(now, before) ? near + 1 : 1;
      before = now;
      if (near < 3 && System.nanoTime() > end) {
        place.unsettled();
        return true;
      }
    }
    return true;
  }
}
