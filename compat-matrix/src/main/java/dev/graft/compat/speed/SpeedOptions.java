package dev.graft.compat.speed;

import java.time.Duration;

/**
 * How thoroughly times are taken.
 *
 * @param forks so many times, each with new sessions; at least {@value #FEWEST_FORKS}
 * @param rounds so many samples of each backend in a fork, in turns
 * @param cases so many cases of each node at most
 * @param sample how long one sample is to last
 * @param warmUp how long a case is played at most before it counts, if its time does not settle
 * @param gate whether a node that lost much of its speed in two runs fails the second
 */
public record SpeedOptions(
    int forks, int rounds, int cases, Duration sample, Duration warmUp, boolean gate) {
  /** Of fewer forks nobody can say how far they lie apart. */
  public static final int FEWEST_FORKS = 3;

  /** Three forks of five rounds, over three cases. */
  public static final SpeedOptions DEFAULT =
      new SpeedOptions(FEWEST_FORKS, 5, 3, Duration.ofMillis(10), Duration.ofMillis(1500), false);

  public SpeedOptions {
    if (forks < FEWEST_FORKS) {
      throw new IllegalArgumentException(
          "forks must be " + FEWEST_FORKS + " or more, but was " + forks);
    }
  }

  /** The same with another number of forks. */
  public SpeedOptions withForks(int number) {
    return new SpeedOptions(number, rounds, cases, sample, warmUp, gate);
  }

  /** The same with or without the gate. */
  public SpeedOptions withGate(boolean whether) {
    return new SpeedOptions(forks, rounds, cases, sample, warmUp, whether);
  }
}
