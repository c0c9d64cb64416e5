package dev.graft.cli;

import dev.graft.runtime.run.Pipeline;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * {@code graft run --watch}: runs again whenever something changes that the run was made of. A run
 * that goes on is cancelled then. What is wrong is said, and waits for the next change.
 */
final class WatchLoop {
  private final Terminal terminal;
  private final Supplier<Collection<Path>> places;
  private final Round round;

  /** One run. */
  interface Round {
    /**
     * Runs to the end.
     *
     * @param started is told of the pipeline once it is open
     */
    void run(Consumer<Pipeline> started) throws Exception;
  }

  /**
   * A loop.
   *
   * @param places the files and folders that matter; asked before each run
   */
  WatchLoop(Terminal terminal, Supplier<Collection<Path>> places, Round round) {
    this.terminal = terminal;
    this.places = places;
    this.round = round;
  }

  /** Goes on until its thread is interrupted, or the process ends. */
  int run() {
    try {
      while (true) {
        Path changed = runUntilChanged();
        terminal.note("\ngraft: %s has changed, running again.".formatted(changed));
      }
    } catch (InterruptedException e) {
      return Exit.OK;
    }
  }

  private Path runUntilChanged() throws InterruptedException {
    FileWatch files = FileWatch.of(places.get());
    AtomicReference<@Nullable Pipeline> running = new AtomicReference<>();
    AtomicReference<@Nullable Path> changed = new AtomicReference<>();
    Thread watcher =
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    changed.set(files.await());
                    Optional.ofNullable(running.get()).ifPresent(Pipeline::cancel);
                  } catch (InterruptedException e) {
                    // The loop is left.
                  }
                });
    try {
      round.run(
          pipeline -> {
            running.set(pipeline);
            if (changed.get() != null) {
              pipeline.cancel();
            }
          });
    } catch (Exception e) {
      Graft.explain(terminal, e);
    }
    try {
      watcher.join();
    } finally {
      watcher.interrupt();
    }
    Path path = changed.get();
    return path == null ? Path.of("") : path;
  }
}
