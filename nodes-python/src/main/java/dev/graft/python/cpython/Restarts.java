package dev.graft.python.cpython;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How often something that dies may be started again: at once at first, later after longer and
 * longer pauses, and so many times within a minute at most. Used under the lock of its owner.
 */
final class Restarts {
  /** The most restarts within {@link #WINDOW}. */
  static final int MOST = 5;

  static final Duration WINDOW = Duration.ofMinutes(1);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);

  /** When it died of late, in nanoseconds; the first one is the oldest. */
  private final Deque<Long> deaths = new ArrayDeque<>();

  /** It has died. */
  void died(long now) {
    deaths.addLast(now);
  }

  /** Whether it may be started now. */
  boolean mayStart(long now) {
    return pause(now) == 0;
  }

  /** How often it died within the last minute. */
  int recent(long now) {
    while (!deaths.isEmpty() && now - deaths.getFirst() > WINDOW.toNanos()) {
      deaths.removeFirst();
    }
    return deaths.size();
  }

  /** It may be started in so many nanoseconds. */
  private long pause(long now) {
    int count = recent(now);
    long wait;
    if (count <= 1) {
      return 0;
    } else if (count > MOST) {
      wait = deaths.getFirst() + WINDOW.toNanos() - now;
    } else {
      wait = deaths.getLast() + (FIRST_PAUSE.toNanos() << (count - 2)) - now;
    }
    return Math.max(wait, 0);
  }
}
