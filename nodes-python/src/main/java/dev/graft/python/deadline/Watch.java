package dev.graft.python.deadline;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Notes when the calls of one host begin and end. One thread at a time calls the host; the watchdog
 * looks on.
 *
 * <p>All that both must agree on is one word: a number that grows with each stretch of running, and
 * what is going on. The owner writes it without waiting where nobody can be in its way, and swaps
 * it where the watchdog may have claimed the call: at the end of a call and when an output leaves.
 * The clock is read only for a call that the watchdog has already seen running.
 */
public final class Watch {
  /** How long a call is asked to end before its host is killed. */
  static final Duration GRACE = Duration.ofSeconds(1);

  /** The bits that say what is going on; none is set between calls. */
  private static final long STATE = 3;

  private static final long RUNNING = 1;
  private static final long PAUSED = 2;
  private static final long CLAIMED = 3;
  private static final long NEXT = 4;

  private static final VarHandle WORD;
  private static final VarHandle CALL;
  private static final VarHandle SEEN_CALL;

  static {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      WORD = lookup.findVarHandle(Watch.class, "word", long.class);
      CALL = lookup.findVarHandle(Watch.class, "call", long.class);
      SEEN_CALL = lookup.findVarHandle(Watch.class, "seenCall", long.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final Breakable breakable;
  private final long tickNanos;

  // What the owner writes.
  private volatile long word;
  private long call;
  private volatile long limitNanos;

  /** The call of which the three below speak: one that paused after it had been seen. */
  private volatile long timedCall;

  private volatile long usedNanos;
  private volatile long sinceNanos;
  private long pausedNanos;

  // What the watchdog writes.
  private long seenCall;
  private volatile long seenWord;
  private volatile long seenNanos;
  private volatile @Nullable Break breaking;
  private volatile long broken;

  /** A call that is being ended: both sides wait for each other. */
  private record Break(CountDownLatch arrived, CountDownLatch over) {}

  /**
   * A watch.
   *
   * @param shortest the shortest time that a call may take
   */
  Watch(Breakable breakable, Duration shortest) {
    this.breakable = breakable;
    // Looking so often finds a call before it has taken a quarter more than it may.
    this.tickNanos = Math.max(shortest.toNanos() / 4, TimeUnit.MILLISECONDS.toNanos(1));
  }

  /** A call begins, which may take so long. */
  public void begin(long limit) {
    if (limitNanos != limit) {
      limitNanos = limit;
    }
    CALL.setOpaque(this, call + 1);
    WORD.setRelease(this, (word & ~STATE) + NEXT + RUNNING);
  }

  /**
   * The call has ended.
   *
   * @return false if it took too long; then whatever was done to end it is over
   */
  public boolean end() {
    long now = word;
    if ((now & STATE) == RUNNING && WORD.compareAndSet(this, now, now & ~STATE)) {
      return true;
    }
    awaitBreak();
    word = word & ~STATE;
    return false;
  }

  /**
   * The call waits for somebody else, at whose expense the time now goes.
   *
   * @return false if the call has taken too long already
   */
  public boolean pause() {
    boolean timed = (long) SEEN_CALL.getOpaque(this) == call;
    if (timed) {
      pausedNanos = System.nanoTime();
    }
    long now = word;
    if ((now & STATE) != RUNNING || !WORD.compareAndSet(this, now, now - RUNNING + PAUSED)) {
      return false;
    }
    if (timed) {
      note(pausedNanos);
    }
    return true;
  }

  /** The call goes on after a pause. */
  public void resume() {
    if ((long) SEEN_CALL.getOpaque(this) == call) {
      if (timedCall != call) {
        note(seenNanos); // it was seen between the look and the swap: nothing counted before that
      }
      sinceNanos = System.nanoTime();
    }
    WORD.setRelease(this, (word & ~STATE) + NEXT + RUNNING);
  }

  /** Adds what was used up to a pause. Written only while the watchdog does not look at it. */
  private void note(long until) {
    if (timedCall == call) {
      long before = usedNanos;
      usedNanos = before + (until - sinceNanos);
    } else {
      usedNanos = until - seenNanos;
      timedCall = call;
    }
  }

  /** How many calls took too long. */
  public long broken() {
    return broken;
  }

  /**
   * Looks at the call, and ends it if it has taken too long.
   *
   * @return after so many nanoseconds somebody should look again
   */
  long look(long now) {
    long limit = limitNanos;
    long seen = word;
    if ((seen & STATE) != RUNNING) {
      return tickNanos;
    }
    long running = (long) CALL.getOpaque(this);
    if (seenCall != running || (seen != seenWord && timedCall != running)) {
      seenWord = seen;
      seenNanos = now;
      SEEN_CALL.setVolatile(this, running);
      return tickNanos;
    }
    long spent = seen == seenWord ? now - seenNanos : usedNanos + (now - sinceNanos);
    if (spent < limit) {
      return Math.min(tickNanos, limit - spent);
    }
    Break begun = new Break(new CountDownLatch(1), new CountDownLatch(1));
    breaking = begun;
    if (WORD.compareAndSet(this, seen, seen - RUNNING + CLAIMED)) {
      long before = broken;
      broken = before + 1;
      Thread.ofPlatform().daemon().name("graft-interrupt").start(() -> breakCall(begun));
    }
    return tickNanos;
  }

  private void breakCall(Break begun) {
    try {
      long start = System.nanoTime();
      breakable.interrupt(GRACE);
      long left = GRACE.toNanos() - (System.nanoTime() - start);
      if (!begun.arrived().await(left, TimeUnit.NANOSECONDS)) {
        breakable.kill();
      }
    } catch (InterruptedException e) {
      breakable.kill();
    } finally {
      begun.over().countDown();
    }
  }

  private void awaitBreak() {
    Break begun = breaking;
    if (begun == null) {
      throw new IllegalStateException("a call was ended that had not begun");
    }
    begun.arrived().countDown();
    boolean interrupted = false;
    while (true) {
      try {
        begun.over().await();
        break;
      } catch (InterruptedException e) {
        interrupted = true; // nobody may go on while another thread still acts on this call
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
