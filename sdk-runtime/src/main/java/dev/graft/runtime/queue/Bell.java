package dev.graft.runtime.queue;

import java.lang.invoke.VarHandle;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Where one thread waits for something that other threads do. They change what it waits for, and
 * ring after that; a ring is never lost.
 */
public final class Bell {
  private static final int SPINS = 64;

  /** To be woken takes about as long. */
  private static final long PATIENCE_NANOS = 50_000;

  private volatile @Nullable Thread sleeper;

  /** Wakes the thread that waits, if one does. May be called by any thread. */
  public void ring() {
    // Either the sleeper sees the change that came before this, or this sees the sleeper.
    VarHandle.fullFence();
    Thread thread = sleeper;
    if (thread != null) {
      sleeper = null;
      LockSupport.unpark(thread);
    }
  }

  /**
   * Waits until something holds. Used by one thread at a time.
   *
   * @param ready asked again and again; quick, and without side effects
   * @return false if the thread was interrupted while it did not hold; it still is
   */
  @SuppressWarnings("ThreadPriorityCheck") // only speed depends on what the scheduler does
  public boolean await(BooleanSupplier ready) {
    for (int i = 0; i < SPINS; i++) {
      if (ready.getAsBoolean()) {
        return true;
      }
      Thread.onSpinWait();
    }
    long begin = System.nanoTime();
    while (System.nanoTime() - begin < PATIENCE_NANOS) {
      if (ready.getAsBoolean()) {
        return true;
      }
      Thread.yield();
    }
    return sleep(ready);
  }

  private boolean sleep(BooleanSupplier ready) {
    Thread self = Thread.currentThread();
    try {
      while (true) {
        sleeper = self;
        VarHandle.fullFence();
        if (ready.getAsBoolean()) {
          return true;
        } else if (self.isInterrupted()) {
          return false;
        }
        LockSupport.park(this);
      }
    } finally {
      sleeper = null;
    }
  }
}
