package dev.graft.python.deadline;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Looks at watches and ends calls that take too long. Its thread starts with the first watch, does
 * nothing while there is none, and does not keep the JVM alive. Safe for several threads.
 */
public final class Watchdog implements AutoCloseable {
  private final List<Watch> watches = new ArrayList<>();
  private @Nullable Thread thread;
  private boolean closed;

  /**
   * Watches the calls of a host from now on.
   *
   * @param shortest the shortest time that a call may take
   */
  public synchronized Watch watch(Breakable breakable, Duration shortest) {
    Watch watch = new Watch(breakable, shortest);
    watches.add(watch);
    if (thread == null && !closed) {
      thread = Thread.ofPlatform().daemon().name("graft-watchdog").start(this::look);
    }
    notifyAll();
    return watch;
  }

  /** Watches the calls of a host no longer. */
  public synchronized void forget(Watch watch) {
    watches.remove(watch);
  }

  private synchronized void look() {
    try {
      while (!closed) {
        long next = Long.MAX_VALUE;
        long now = System.nanoTime();
        for (Watch watch : watches) {
          next = Math.min(next, watch.look(now));
        }
        if (watches.isEmpty()) {
          wait();
        } else {
          TimeUnit.NANOSECONDS.timedWait(this, Math.max(next, 1));
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // somebody wants this thread to end, and it does
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    watches.clear();
    notifyAll();
  }
}
