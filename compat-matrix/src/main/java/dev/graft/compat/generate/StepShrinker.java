package dev.graft.compat.generate;

import dev.graft.compat.corpus.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Leaves out steps of a case as long as it still fails in the same way: halves first, then smaller
 * and smaller runs of steps, in the end single ones. What a step gives a node stays as it was seen.
 */
public final class StepShrinker {
  /** A state is saved and then restored: neither goes without the other. */
  private static final int PAIR = 2;

  private final Predicate<List<Step>> fails;
  private final long deadline;
  private int left;
  private List<Step> best;

  private StepShrinker(List<Step> failing, Predicate<List<Step>> fails, int budget, Duration time) {
    this.best = failing;
    this.fails = fails;
    this.left = budget;
    this.deadline = System.nanoTime() + time.toNanos();
  }

  /**
   * The fewest steps that are found.
   *
   * @param failing steps that fail
   * @param fails whether others fail in the same way
   * @param budget how often it may be asked
   * @param time how long it may go on asking
   */
  public static List<Step> shrink(
      List<Step> failing, Predicate<List<Step>> fails, int budget, Duration time) {
    StepShrinker shrinker = new StepShrinker(List.copyOf(failing), fails, budget, time);
    shrinker.run();
    return shrinker.best;
  }

  private void run() {
    for (int size = best.size() / 2; size > PAIR; size /= 2) {
      drop(size, size);
    }
    while (drop(PAIR, 1) || drop(1, 1)) {
      // Without one step others may be dispensable, too.
    }
  }

  /** Leaves out runs of so many steps, the last first. Says whether that was possible anywhere. */
  private boolean drop(int size, int distance) {
    int before = best.size();
    for (int from = best.size() - size; from >= 0; from -= distance) {
      from = Math.min(from, best.size() - size);
      if (from < 0) {
        break;
      }
      if (left <= 0 || System.nanoTime() - deadline > 0) {
        return false;
      }
      List<Step> rest = new ArrayList<>(best);
      rest.subList(from, from + size).clear();
      left--;
      if (fails.test(rest)) {
        best = List.copyOf(rest);
      }
    }
    return best.size() < before;
  }
}
