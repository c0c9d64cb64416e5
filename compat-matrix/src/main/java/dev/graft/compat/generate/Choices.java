package dev.graft.compat.generate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The decisions that make a value: taken at random and written down, or taken again from a list. A
 * smaller number always is the simpler decision, and 0 the simplest; where a list ends, all further
 * decisions are 0. Not safe for several threads.
 */
public final class Choices {
  private static final long STEP = 0x9e3779b97f4a7c15L;

  private final boolean random;
  private final long[] given;
  private long state;
  private long[] taken = new long[64];
  private int count;
  private final List<Span> spans = new ArrayList<>();

  /** What some decisions in a row are for, in the order in which one tries to do without them. */
  public enum Part {
    STEP,
    ITEM
  }

  /**
   * Decisions in a row, without which the others are still decisions of the same kind.
   *
   * @param part what they are for
   * @param from the first of them
   * @param to the one after the last
   */
  record Span(Part part, int from, int to) {}

  private Choices(boolean random, long state, long[] given) {
    this.random = random;
    this.state = state;
    this.given = given;
  }

  /**
   * Decisions at random.
   *
   * @param seed where they begin; the same seed gives the same decisions
   * @param number which of many such sequences; each is independent of the others
   */
  public static Choices random(long seed, long number) {
    return new Choices(true, mix(mix(seed) + number * STEP), new long[0]);
  }

  /** The decisions of a list, which is copied. */
  public static Choices replay(long... given) {
    return new Choices(false, 0, given.clone());
  }

  /** A whole number from 0 up to, but without, a bound. */
  public int below(int bound) {
    if (bound < 1) {
      throw new IllegalArgumentException("nothing is below " + bound);
    }
    long choice = random ? ((next() >>> 32) * bound) >>> 32 : Long.min(given(), bound - 1L);
    return (int) take(Math.max(0, choice));
  }

  /** Any 64 bits. */
  public long bits() {
    return take(random ? next() : given());
  }

  /** True once in so many times. */
  public boolean oneIn(int times) {
    return below(times) == times - 1;
  }

  /**
   * Whether a container has one more item, so that it has this many on average. Asked before each
   * item, so that a shorter list of decisions is a container without that item.
   */
  public boolean more(int average) {
    return below(average + 1) > 0;
  }

  /** How many decisions have been taken. */
  public int count() {
    return count;
  }

  /** Says what all decisions from one on were for. */
  public void part(int from, Part part) {
    spans.add(new Span(part, from, count));
  }

  /** What the decisions were for, as far as somebody said. */
  List<Span> spans(Part part) {
    return spans.stream().filter(each -> each.part() == part).toList();
  }

  /** What has been decided up to now. */
  public long[] taken() {
    return Arrays.copyOf(taken, count);
  }

  private long given() {
    return count < given.length ? given[count] : 0;
  }

  private long take(long choice) {
    if (count == taken.length) {
      taken = Arrays.copyOf(taken, 2 * count);
    }
    taken[count++] = choice;
    return choice;
  }

  private long next() {
    state += STEP;
    return mix(state);
  }

  /** The finalizer of SplitMix64: every bit of the result depends on every bit of the argument. */
  private static long mix(long bits) {
    long mixed = (bits ^ (bits >>> 30)) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
    return mixed ^ (mixed >>> 31);
  }
}
