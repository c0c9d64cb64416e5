package dev.graft.bench.shadow;

import dev.graft.runtime.run.ItemSource;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * Items that arrive at a fixed rate, whatever the pipeline does, each of which has one output. The
 * output of an item is told to it in the same order.
 */
final class Arrivals implements ItemSource {
  private static final int DIGITS = 3;

  /** So close to an arrival the thread waits actively: a parked one wakes up late. */
  private static final long SPIN_NANOS = 60_000;

  private final long period;
  private final long count;
  private final long ignored;
  private final Histogram latencies = new Histogram(DIGITS);
  private long begin;
  private long next;
  private long done;

  /**
   * So many.
   *
   * @param period nanoseconds between two
   * @param ignored so many at the beginning, while all warms up, are not counted
   */
  Arrivals(long count, long period, long ignored) {
    this.count = count;
    this.period = period;
    this.ignored = ignored;
  }

  @Override
  public boolean next() {
    if (next == count) {
      return false;
    }
    if (next == 0) {
      begin = System.nanoTime();
    }
    long arrival = begin + next * period;
    for (long left = arrival - System.nanoTime(); left > 0; left = arrival - System.nanoTime()) {
      if (left > SPIN_NANOS) {
        LockSupport.parkNanos(left - SPIN_NANOS);
      } else {
        Thread.onSpinWait();
      }
    }
    next++;
    return true;
  }

  @Override
  public @Nullable Object value() {
    return next - 1;
  }

  /** The output of the next item is there. */
  void done() {
    long nanos = System.nanoTime() - (begin + done * period);
    if (done >= ignored) {
      latencies.recordValue(Math.max(0, nanos));
    }
    done++;
  }

  /** How long items took, from the moment at which they had to arrive. */
  Histogram latencies() {
    return latencies;
  }
}
