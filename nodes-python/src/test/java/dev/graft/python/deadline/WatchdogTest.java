package dev.graft.python.deadline;

import static com.google.common.truth.Truth.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A call that takes too long is ended, and no other. */
@Timeout(60)
final class WatchdogTest {
  private static final long MILLI = 1_000_000;

  /** Notes which call it was told to end, and whether any is still running then. */
  private static final class Calls implements Breakable {
    private final AtomicLong current = new AtomicLong();
    private final List<Long> interrupted = new ArrayList<>();
    private final AtomicInteger killed = new AtomicInteger();

    @Override
    public synchronized void interrupt(Duration patience) {
      interrupted.add(current.get());
    }

    synchronized List<Long> interrupted() {
      return List.copyOf(interrupted);
    }

    @Override
    public void kill() {
      killed.incrementAndGet();
    }
  }

  @Test
  void aCallIsEndedAfterItsDeadlineAndNotBefore() {
    Calls calls = new Calls();
    try (Watchdog watchdog = new Watchdog()) {
      Watch watch = watchdog.watch(calls, Duration.ofMillis(40));
      long start = System.nanoTime();
      watch.begin(40 * MILLI);
      while (calls.interrupted().isEmpty()) {
        Thread.onSpinWait();
      }
      assertThat(System.nanoTime() - start).isAtLeast(40 * MILLI);
      assertThat(watch.end()).isFalse();
      assertThat(watch.broken()).isEqualTo(1);
      assertThat(calls.killed.get()).isEqualTo(0);
    }
  }

  @Test
  void theNextCallBeginsAnew() {
    try (Watchdog watchdog = new Watchdog()) {
      Calls calls = new Calls();
      Watch watch = watchdog.watch(calls, Duration.ofMillis(20));
      watch.begin(20 * MILLI);
      spin(100 * MILLI);
      assertThat(watch.end()).isFalse();
      watch.begin(10_000 * MILLI);
      spin(50 * MILLI);
      assertThat(watch.end()).isTrue();
      assertThat(calls.interrupted()).hasSize(1);
    }
  }

  @Test
  void pausesDoNotCountAndStretchesAddUp() {
    try (Watchdog watchdog = new Watchdog()) {
      Calls calls = new Calls();
      Watch watch = watchdog.watch(calls, Duration.ofSeconds(1));
      watch.begin(1000 * MILLI);
      spin(500 * MILLI);
      assertThat(watch.pause()).isTrue();
      spin(1200 * MILLI);
      watch.resume();
      spin(10 * MILLI);
      assertThat(watch.pause()).isTrue();
      watch.resume();
      assertThat(calls.interrupted()).isEmpty();
      long start = System.nanoTime();
      while (calls.interrupted().isEmpty()) {
        Thread.onSpinWait();
      }
      assertThat(System.nanoTime() - start).isLessThan(1000 * MILLI);
      assertThat(watch.pause()).isFalse();
      assertThat(watch.end()).isFalse();
    }
  }

  @Test
  void aCallThatDoesNotEndWhenAskedIsKilled() {
    try (Watchdog watchdog = new Watchdog()) {
      Calls calls = new Calls();
      Watch watch = watchdog.watch(calls, Duration.ofMillis(10));
      watch.begin(10 * MILLI);
      while (calls.killed.get() == 0) {
        Thread.onSpinWait();
      }
      assertThat(watch.end()).isFalse();
      assertThat(calls.interrupted()).hasSize(1);
    }
  }

  @Test
  void oneThatEndedInTimeHarmsNoOther() {
    Calls calls = new Calls();
    long late = 0;
    try (Watchdog watchdog = new Watchdog()) {
      Watch watch = watchdog.watch(calls, Duration.ofMillis(4));
      for (long call = 1; call <= 600; call++) {
        calls.current.set(call);
        int before = calls.interrupted().size();
        watch.begin(4 * MILLI);
        spin(call % 8 * MILLI);
        boolean inTime = watch.end();
        List<Long> interrupted = calls.interrupted();
        // Whatever was done to end a call is over when the call is, and was done to that call.
        assertThat(interrupted.size() - before).isEqualTo(inTime ? 0 : 1);
        if (!inTime) {
          late++;
          assertThat(interrupted.getLast()).isEqualTo(call);
        }
      }
      assertThat(watch.broken()).isEqualTo(late);
    }
    assertThat(late).isGreaterThan(0);
    assertThat(calls.interrupted()).hasSize((int) late);
  }

  @Test
  void quickCallsAreLeftAlone() {
    try (Watchdog watchdog = new Watchdog()) {
      Calls calls = new Calls();
      Watch watch = watchdog.watch(calls, Duration.ofSeconds(2));
      long start = System.nanoTime();
      long inTime = 0;
      long all = 0;
      while (System.nanoTime() - start < 300 * MILLI) {
        watch.begin(2000 * MILLI);
        inTime += watch.pause() ? 1 : 0;
        watch.resume();
        inTime += watch.end() ? 1 : 0;
        all += 2;
      }
      assertThat(inTime).isEqualTo(all);
      assertThat(calls.interrupted()).isEmpty();
    }
  }

  private static void spin(long nanos) {
    long start = System.nanoTime();
    while (System.nanoTime() - start < nanos) {
      Thread.onSpinWait();
    }
  }
}
