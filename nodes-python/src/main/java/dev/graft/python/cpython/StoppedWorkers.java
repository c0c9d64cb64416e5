package dev.graft.python.cpython;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Finds workers that were stopped in the middle of a call, by SIGSTOP or a terminal, and ends those
 * that do not go on: nothing else would ever end such a call. It looks at what the system says of
 * the process, a few times a second and only while a call is long, so a node that computes for
 * hours is never mistaken for one that stands still. Where the system does not tell, nothing is
 * found. Its thread starts with the first worker, and does not keep the JVM alive. Safe for several
 * threads.
 */
final class StoppedWorkers implements AutoCloseable {
  /** How long a worker may be stopped, as seen by whoever looks. */
  static final Duration PATIENCE = Duration.ofSeconds(1);

  private static final Duration LOOK = Duration.ofMillis(200);
  private static final long LOOKS = PATIENCE.dividedBy(LOOK);

  private final List<Suspect> suspects = new ArrayList<>();
  private @Nullable Thread thread;
  private boolean closed;

  /** A worker as far as it concerns this class. */
  interface Stoppable {
    /** Its process id. */
    long pid();

    /** A number for the call that runs now, another one for each call; 0 if none does. */
    long call();

    /** It was stopped, and does not go on. */
    void endStopped();
  }

  /** A worker, and what was seen of it. */
  private static final class Suspect {
    private final Stoppable worker;
    private long call;
    private long stoppedLooks;

    private Suspect(Stoppable worker) {
      this.worker = worker;
    }

    /**
     * Counts looks, not time: while this JVM was stopped itself, say by the same terminal, no time
     * passes.
     */
    void look() {
      long now = worker.call();
      if (now == 0 || now != call) {
        call = now;
        stoppedLooks = 0;
      } else if (ProcessState.askedFor(worker.pid()) != ProcessState.STOPPED) {
        stoppedLooks = 0;
      } else if (++stoppedLooks > LOOKS) {
        stoppedLooks = 0;
        worker.endStopped();
      }
    }
  }

  /** Looks at a worker from now on. */
  synchronized void watch(Stoppable worker) {
    suspects.add(new Suspect(worker));
    if (thread == null && !closed) {
      thread = Thread.ofPlatform().daemon().name("graft-stopped-workers").start(this::look);
    }
    notifyAll();
  }

  /** Looks at a worker no longer. */
  synchronized void forget(Stoppable worker) {
    suspects.removeIf(suspect -> suspect.worker.equals(worker));
  }

  private synchronized void look() {
    try {
      while (!closed) {
        suspects.forEach(Suspect::look);
        if (suspects.isEmpty()) {
          wait();
        } else {
          TimeUnit.NANOSECONDS.timedWait(this, LOOK.toNanos());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // somebody wants this thread to end, and it does
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    suspects.clear();
    notifyAll();
  }
}
