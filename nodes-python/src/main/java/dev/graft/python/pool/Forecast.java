package dev.graft.python.pool;

import java.time.Duration;
import java.util.Arrays;

/**
 * How many hosts of one kind will be asked for at once. While one is being started so many are
 * asked for as the rate of arrival times the time it takes to start one; what counts is the highest
 * such figure of late, because a burst that came once comes again. Used under its pool's lock.
 */
public final class Forecast {
  /** For so long a burst is remembered. */
  static final Duration MEMORY = Duration.ofMinutes(1);

  private static final int ARRIVALS = 64;

  /**
   * When hosts were asked for, as a ring; times may be negative, so the count says what is valid.
   */
  private final long[] arrivals = new long[ARRIVALS];

  private long count;
  private long startNanos;

  /** A host was asked for. */
  public void asked(long now) {
    arrivals[(int) (count++ % ARRIVALS)] = now;
  }

  /** A host was started, which took so long. The newest figure counts: starting becomes faster. */
  public void started(long nanos) {
    startNanos = nanos;
  }

  /** Whether it is worth asking: most programs need only one host, and a second was asked for. */
  public boolean isDemand() {
    return count >= 2;
  }

  /** Whether nobody asked for so long that nothing needs to be remembered. */
  public boolean isForgotten(long now) {
    long last = arrivals[(int) ((count + ARRIVALS - 1) % ARRIVALS)];
    return count == 0 || now - last > MEMORY.toNanos();
  }

  /** How many should be idle; none unless two or more were asked for of late. */
  public int wanted(long now) {
    long[] recent =
        Arrays.stream(arrivals)
            .limit(count)
            .filter(time -> now - time <= MEMORY.toNanos())
            .sorted()
            .toArray();
    if (recent.length < 2) {
      return 0;
    }
    int most = 1;
    int first = 0;
    for (int last = 0; last < recent.length; last++) {
      while (recent[last] - recent[first] > startNanos) {
        first++;
      }
      most = Math.max(most, last - first + 1);
    }
    return most;
  }
}
