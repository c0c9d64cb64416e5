package dev.graft.runtime.run;

import dev.graft.runtime.backend.Footprint;
import dev.graft.runtime.queue.Bell;
import dev.graft.runtime.queue.Ring;
import dev.graft.runtime.queue.Room;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The outputs of a run, one by one, while it goes on. The run has a thread of its own and waits
 * when some hundred outputs are there that nobody took. Used by one thread.
 *
 * <p>Who does not take all must {@link #close}: that ends the run as {@link Pipeline#cancel} does.
 */
public final class OutputIterator implements Iterator<@Nullable Object>, AutoCloseable {
  private static final Room ROOM = Room.BETWEEN_THREADS;
  private static final Duration PATIENCE = Duration.ofMillis(100);

  private final Pipeline pipeline;
  private final Bell taker = new Bell();
  private final Ring outputs = new Ring(ROOM, Footprint::of, new Bell(), taker);
  private final List<@Nullable Object> taken = new ArrayList<>(ROOM.values());
  private final Thread thread;
  private int next;
  private volatile @Nullable RunSummary summary;
  private volatile @Nullable Throwable thrown;

  private OutputIterator(Pipeline pipeline, ItemSource source) {
    this.pipeline = pipeline;
    this.thread =
        Thread.ofPlatform().daemon().name("graft-run").unstarted(() -> run(pipeline, source));
  }

  static OutputIterator start(Pipeline pipeline, ItemSource source) {
    OutputIterator iterator = new OutputIterator(pipeline, source);
    iterator.thread.start();
    return iterator;
  }

  @SuppressWarnings("IllegalCatch") // whoever takes the outputs throws it
  private void run(Pipeline pipeline, ItemSource source) {
    try {
      summary = pipeline.run(source, outputs::put);
    } catch (RunFailedException | RuntimeException | Error e) {
      thrown = e;
    } finally {
      outputs.finish();
    }
  }

  /**
   * Waits for the next output, or for the end of the run.
   *
   * @throws UncheckedRunFailedException if the run ended with an error; all that was emitted before
   *     came first
   */
  @Override
  public boolean hasNext() {
    while (next == taken.size()) {
      taken.clear();
      next = 0;
      if (outputs.drain(taken, ROOM.values()) > 0) {
        return true;
      }
      if (outputs.isFinished()) {
        throwFailure();
        return false;
      }
      if (!taker.await(() -> outputs.isReady() || outputs.isFinished())) {
        close();
        throw new UncheckedRunFailedException(RunFailedException.interrupted());
      }
    }
    return true;
  }

  @Override
  public @Nullable Object next() {
    if (!hasNext()) {
      throw new NoSuchElementException("the run has ended");
    }
    return taken.get(next++);
  }

  /** What the run did, once it has come to its end. */
  public Optional<RunSummary> summary() {
    return Optional.ofNullable(summary);
  }

  /** Ends the run, if it still goes on, and waits until nothing of it is left. */
  @Override
  public void close() {
    if (thread.isAlive()) {
      pipeline.cancel();
    }
    outputs.refuse();
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        if (!thread.join(PATIENCE)) {
          thread.interrupt(); // a source may wait for items that do not come
        }
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void throwFailure() {
    switch (thrown) {
      case RunFailedException e -> throw new UncheckedRunFailedException(e);
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      case null, default -> {}
    }
  }
}
