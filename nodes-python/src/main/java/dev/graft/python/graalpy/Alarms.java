package dev.graft.python.graalpy;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Does something later. One thread waits for all contexts of a backend; what is due runs in others,
 * so that a context that hangs keeps nobody else waiting. There is no thread a moment after there
 * is nothing to wait for, and none keeps the JVM alive. Safe for several threads.
 */
final class Alarms implements AutoCloseable {
  /** Longer than most tasks of nodes sleep. */
  private static final Duration LINGER = Duration.ofSeconds(2);

  private final ScheduledThreadPoolExecutor waiting =
      new ScheduledThreadPoolExecutor(1, threads("graft-alarms"));
  private final ExecutorService working = newWorking();

  Alarms() {
    waiting.setRemoveOnCancelPolicy(true);
    waiting.setKeepAliveTime(LINGER.toNanos(), TimeUnit.NANOSECONDS);
    waiting.allowCoreThreadTimeOut(true);
  }

  private static ExecutorService newWorking() {
    // Platform threads: Python code that does not look up would keep a carrier from all others.
    ThreadPoolExecutor threads =
        (ThreadPoolExecutor) Executors.newCachedThreadPool(threads("graft-tasks"));
    threads.setKeepAliveTime(LINGER.toNanos(), TimeUnit.NANOSECONDS);
    return threads;
  }

  private static ThreadFactory threads(String name) {
    return Thread.ofPlatform().daemon().name(name).factory();
  }

  /** Has something done after so many nanoseconds, unless this is closed before. */
  Future<?> after(long nanos, Runnable action) {
    return waiting.schedule(() -> hand(action), nanos, TimeUnit.NANOSECONDS);
  }

  private void hand(Runnable action) {
    try {
      working.execute(action);
    } catch (RejectedExecutionException e) {
      // closed meanwhile
    }
  }

  @Override
  public void close() {
    waiting.shutdownNow();
    working.shutdownNow();
  }
}
