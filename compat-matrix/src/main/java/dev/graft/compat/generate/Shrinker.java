package dev.graft.compat.generate;

import java.time.Duration;
import java.util.Arrays;
import java.util.function.Predicate;

/**
 * Looks for the simplest decisions that still fail in the same way: fewer are simpler, and of
 * equally many those with the smaller numbers first.
 */
public final class Shrinker {
  /** Passes that try many things for each decision are for lists that are short already. */
  private static final int SHORT = 60;

  private final Predicate<Choices> fails;
  private int left;
  private final long deadline;
  private Choices seen;
  private long[] best;

  private Shrinker(Predicate<Choices> fails, int budget, Duration time, Choices first) {
    this.fails = fails;
    this.left = budget;
    this.deadline = System.nanoTime() + time.toNanos();
    this.seen = first;
    this.best = first.taken();
  }

  /**
   * The simplest decisions that are found.
   *
   * @param failing decisions that fail
   * @param fails makes the value of these decisions and says whether it fails in the same way
   * @param budget how often it may be asked
   */
  public static Shrunk shrink(Choices failing, Predicate<Choices> fails, int budget) {
    return shrink(failing, fails, budget, Duration.ofDays(1));
  }

  /**
   * The simplest decisions that are found in time.
   *
   * @param time how long it may go on asking
   */
  public static Shrunk shrink(
      Choices failing, Predicate<Choices> fails, int budget, Duration time) {
    Shrinker shrinker = new Shrinker(fails, budget, time, failing);
    shrinker.run();
    return new Shrunk(Choices.replay(shrinker.best), budget - shrinker.left);
  }

  private void run() {
    long[] before;
    do {
      before = best;
      for (Choices.Part part : Choices.Part.values()) {
        dropParts(part);
      }
      dropHalves();
      for (int size = 8; size > 0; size = size > 4 ? size / 2 : size - 1) {
        dropBlocks(size);
      }
      zeroBlocks(8);
      zeroBlocks(2);
      lowerEach();
      lowerAndRaise();
      lowerAndDrop();
      swapBlocks();
      changeForm();
    } while (left > 0 && !Arrays.equals(before, best));
  }

  /** Takes the candidate if it still fails and is simpler. */
  private boolean accept(long[] candidate) {
    if (left <= 0 || !isSimpler(candidate, best)) {
      return false;
    }
    left = System.nanoTime() - deadline > 0 ? 0 : left - 1;
    Choices choices = Choices.replay(candidate);
    boolean failed = fails.test(choices);
    long[] taken = withoutZeros(choices.taken()); // those at the end mean nothing
    if (failed && isSimpler(taken, best)) {
      best = taken;
      seen = choices;
      return true;
    }
    return false;
  }

  private static long[] withoutZeros(long[] choices) {
    int end = choices.length;
    while (end > 0 && choices[end - 1] == 0) {
      end--;
    }
    return Arrays.copyOf(choices, end);
  }

  private static boolean isSimpler(long[] a, long[] b) {
    if (a.length != b.length) {
      return a.length < b.length;
    }
    int at = Arrays.mismatch(a, b);
    return at >= 0 && Long.compareUnsigned(a[at], b[at]) < 0;
  }

  /** Without one part after the other, the last first: what is left means what it meant. */
  private void dropParts(Choices.Part part) {
    for (int i = seen.spans(part).size() - 1; i >= 0 && left > 0; i--) {
      i = Math.min(i, seen.spans(part).size() - 1);
      if (i >= 0) {
        Choices.Span span = seen.spans(part).get(i);
        int to = Math.min(span.to(), best.length); // zeros at the end are not written down
        if (span.from() < to) {
          accept(without(span.from(), to - span.from()));
        }
      }
    }
  }

  /** The first half, a quarter less, and so on: finds out soon that most of it does not matter. */
  private void dropHalves() {
    for (int length = best.length / 2; length > 0; length /= 2) {
      while (best.length > length && accept(Arrays.copyOf(best, best.length - length))) {
        // Again, while it helps.
      }
      for (int from = 0; length > 8 && from + length <= best.length; ) {
        from += accept(without(from, length)) ? 0 : length;
      }
    }
  }

  private void dropBlocks(int size) {
    for (int from = best.length - size; from >= 0 && left > 0; from--) {
      from = Math.min(from, best.length - size);
      if (from >= 0) {
        accept(without(from, size));
      }
    }
  }

  private long[] without(int from, int size) {
    long[] rest = new long[best.length - size];
    System.arraycopy(best, 0, rest, 0, from);
    System.arraycopy(best, from + size, rest, from, rest.length - from);
    return rest;
  }

  private void zeroBlocks(int size) {
    for (int from = 0; from + size <= best.length && left > 0; from += size) {
      long[] zeroed = best.clone();
      Arrays.fill(zeroed, from, from + size, 0);
      accept(zeroed);
    }
  }

  private void lowerEach() {
    for (int i = 0; i < best.length && left > 0; i++) {
      if (best[i] == 0 || replace(i, 0)) {
        continue;
      }
      lower(i);
    }
  }

  /** The smallest number that fails there, if all larger ones do. */
  private void lower(int index) {
    for (int shift = 1; shift < Long.SIZE && holds(index); shift++) {
      replace(index, best[index] >>> shift);
    }
    long passes = 0;
    while (holds(index) && Long.compareUnsigned(best[index] - passes, 1) > 0 && left > 0) {
      long middle = passes + ((best[index] - passes) >>> 1);
      if (!replace(index, middle)) {
        passes = middle;
      }
    }
  }

  private boolean holds(int index) {
    return index < best.length && best[index] != 0;
  }

  private boolean replace(int index, long choice) {
    long[] replaced = best.clone();
    replaced[index] = choice;
    return accept(replaced);
  }

  /** Lowers a decision and raises the next one, as in 1000 - 1 for 999 + 0. */
  private void lowerAndRaise() {
    for (int i = 0; i + 1 < best.length && left > 0; i++) {
      if (best[i] != 0) {
        long[] carried = best.clone();
        carried[i]--;
        carried[i + 1]++;
        accept(carried);
      }
    }
  }

  /** Lowers a decision and leaves out what came after it, which nobody may ask for any more. */
  private void lowerAndDrop() {
    for (int i = 0; i < best.length && left > 0; i++) {
      for (int size = 1; size <= 4 && i + 1 + size <= best.length && best[i] != 0; size++) {
        long[] lowered = without(i + 1, size);
        lowered[i]--;
        accept(lowered);
      }
    }
  }

  /** Puts the simpler of two neighbours first. */
  private void swapBlocks() {
    for (int i = 0; i < best.length && best.length <= SHORT && left > 0; i++) {
      for (int sizes = 0; sizes < 16; sizes++) {
        int middle = i + 1 + sizes / 4;
        int end = middle + 1 + sizes % 4;
        if (end <= best.length) {
          long[] swapped = best.clone();
          System.arraycopy(best, middle, swapped, i, end - middle);
          System.arraycopy(best, i, swapped, i + end - middle, middle - i);
          accept(swapped);
        }
      }
    }
  }

  /**
   * Takes a simpler form of the same value: a lower decision with another one after it, in place of
   * the several that the other form needed.
   */
  private void changeForm() {
    for (int i = 0; i + 1 < best.length && best.length <= SHORT && left > 0; i++) {
      for (long form = 1; form < Math.min(best[i], 8) && form < best[i]; form++) {
        for (int size = 0; size <= 4 && i + 2 + size <= best.length; size++) {
          for (int shift = 1; shift < Long.SIZE; shift += 15) {
            long[] changed = without(i + 2, size);
            changed[i] = form;
            changed[i + 1] = Long.MAX_VALUE >>> shift;
            if (accept(changed)) {
              return;
            }
          }
        }
      }
    }
  }
}
