package dev.graft.python.deadline;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The bounds of the calls of one host, if there are any. Used by the thread that calls the host,
 * but for {@link #interrupts} and {@link #close}.
 */
public final class Bounds implements AutoCloseable {
  private final Watchdog watchdog;
  private final Breakable breakable;
  private Deadline deadline = Deadline.of(Duration.ZERO);
  private volatile @Nullable Watch watch;
  private volatile long earlier;

  /**
   * No bounds yet.
   *
   * @param breakable stops a call that takes too long
   */
  public Bounds(Watchdog watchdog, Breakable breakable) {
    this.watchdog = watchdog;
    this.breakable = breakable;
  }

  /** Bounds the calls from now on, or no longer. */
  public void limit(Optional<Deadline> bounds) {
    earlier = interrupts();
    close();
    watch = null;
    if (bounds.isPresent()) {
      deadline = bounds.get();
      watch = watchdog.watch(breakable, deadline.item());
    }
  }

  /** How long calls may take, if there are bounds. */
  public Deadline deadline() {
    return deadline;
  }

  /** Whether there are bounds. */
  public boolean exist() {
    return watch != null;
  }

  /** How many calls took too long. */
  public long interrupts() {
    Watch current = watch;
    return earlier + (current == null ? 0 : current.broken());
  }

  /** A call begins. */
  public void begin(Duration limit) {
    Watch current = watch;
    if (current != null) {
      current.begin(limit.toNanos());
    }
  }

  /** As {@link Watch#end}. */
  public boolean end() {
    Watch current = watch;
    return current == null || current.end();
  }

  /** As {@link Watch#pause}. */
  public boolean pause() {
    Watch current = watch;
    return current == null || current.pause();
  }

  /** As {@link Watch#resume}. */
  public void resume() {
    Watch current = watch;
    if (current != null) {
      current.resume();
    }
  }

  /** Nobody looks any more; a call that is being ended still is. */
  @Override
  public void close() {
    Watch current = watch;
    if (current != null) {
      watchdog.forget(current);
    }
  }
}
