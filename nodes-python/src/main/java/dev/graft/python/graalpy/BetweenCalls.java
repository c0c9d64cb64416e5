package dev.graft.python.graalpy;

import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.ReentrantLock;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.jspecify.annotations.Nullable;

/**
 * Lets the tasks of a context's nodes go on while no call is in it. As long as no node has an event
 * loop a call pays for a counter and nothing else; from then on a lock sees to it that calls and
 * tasks never overlap. The lock is a fair one: a call that comes waits for one step of a task, and
 * a step that is due for one call.
 */
final class BetweenCalls implements AutoCloseable {
  /** More than a second would be as good, but for rounding. */
  private static final double NANOS = 1e9;

  /** Longer than anybody waits; keeps the sum with the clock from overflowing. */
  private static final double LONGEST = 1e9 * NANOS;

  /** What runs due steps; it gets a function that tells whether a call waits. */
  interface Turns {
    /** In how many seconds there will be more to do; negative if there will be nothing. */
    double run(ProxyExecutable wanted);
  }

  private final Alarms alarms;
  private final ReentrantLock lock = new ReentrantLock(true);
  private final ProxyExecutable wanted = arguments -> lock.hasQueuedThreads();
  private @Nullable Turns turns;

  /** How many calls are in the context, one inside the other; only the caller's thread uses it. */
  private int depth;

  /** Whether calls hold the lock. Changes once, in a call, by the thread of that call. */
  private volatile boolean locking;

  private volatile @Nullable RuntimeException end;

  private @Nullable Future<?> alarm;
  private long alarmNanos;
  private boolean closed;

  BetweenCalls(Alarms alarms) {
    this.alarms = alarms;
  }

  /** What is to run; before that no alarm makes a difference. */
  void use(Turns running) {
    turns = running;
  }

  /** A call begins; returns whether it had to wait for a task. */
  boolean enter() {
    if (depth++ > 0 || !locking) {
      return false;
    }
    // By itself an attempt would pass by a step that waits.
    if (!lock.hasQueuedThreads() && lock.tryLock()) {
      return false;
    }
    lock.lock();
    return true;
  }

  /** A call ends. */
  void leave() {
    if (--depth == 0 && locking) {
      lock.unlock();
    }
  }

  /** What ended the context while a task was at work in it, if anything did. */
  @Nullable RuntimeException end() {
    return end;
  }

  /** As {@code alarm} of {@code graft.inprocess}. May be called by any thread. */
  Object ask(Value... arguments) {
    double seconds = arguments[0].asDouble();
    if (seconds >= 0) {
      set(seconds);
    } else if (!locking) {
      // The call in which the first loop is made; whatever asks later finds it locked.
      lock.lock();
      locking = true;
    }
    return true;
  }

  private synchronized void set(double seconds) {
    if (closed) {
      return;
    }
    long nanos = System.nanoTime() + (long) Math.min(seconds * NANOS, LONGEST);
    Future<?> set = alarm;
    if (set != null) {
      if (nanos - alarmNanos >= 0) {
        return;
      }
      set.cancel(false);
    }
    alarmNanos = nanos;
    try {
      alarm = alarms.after(nanos - System.nanoTime(), this::goOn);
    } catch (RejectedExecutionException e) {
      closed = true; // with the backend
    }
  }

  private void goOn() {
    synchronized (this) {
      alarm = null;
    }
    lock.lock();
    try {
      Turns running = turns;
      if (isClosed() || end != null || running == null) {
        return;
      }
      double seconds = running.run(wanted);
      if (seconds >= 0) {
        set(seconds);
      }
    } catch (PolyglotException | IllegalStateException e) {
      end = e; // the next call tells
    } finally {
      lock.unlock();
    }
  }

  private synchronized boolean isClosed() {
    return closed;
  }

  /** No step is begun any more; one that runs is not waited for. */
  @Override
  public synchronized void close() {
    closed = true;
    Future<?> set = alarm;
    if (set != null) {
      set.cancel(false);
    }
  }
}
