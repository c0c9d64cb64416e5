package dev.graft.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Does something again whenever something changes that it was made of. A run that goes on is
 * cancelled then. What is wrong is said, and waits for the next change.
 */
final class WatchLoop {
  private final Terminal terminal;
  private final Supplier<FileWatch> files;
  private final Round round;

  /** One run. */
  interface Round {
    /**
     * Runs to the end.
     *
     * @param started is told how to end it early, once there is something to end
     */
    void run(Consumer<Runnable> started) throws Exception;
  }

  /**
   * A loop.
   *
   * @param files begins to look at all that matters; asked before each run
   */
  WatchLoop(Terminal terminal, Supplier<FileWatch> files, Round round) {
    this.terminal = terminal;
    this.files = files;
    this.round = round;
  }

  /**
   * Goes on until its thread is interrupted, nobody reads what it says, or the process ends.
   *
   * @throws RefusedException if no change of a file could mend what is wrong
   */
  int run() throws RefusedException {
    try {
      while (true) {
        Path changed = runUntilChanged();
        if (terminal.isUnread()) {
          return Exit.OK;
        }
        terminal.note("\ngraft: %s has changed, running again.".formatted(changed));
      }
    } catch (InterruptedException e) {
      return Exit.OK;
    }
  }

  private Path runUntilChanged() throws InterruptedException, RefusedException {
    FileWatch watch = files.get();
    AtomicReference<@Nullable Runnable> running = new AtomicReference<>();
    AtomicReference<@Nullable Path> changed = new AtomicReference<>();
    Thread watcher =
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    changed.set(watch.await());
                    Optional.ofNullable(running.get()).ifPresent(Runnable::run);
                  } catch (InterruptedException e) {
                    // The loop is left.
                  }
                });
    try {
      run(running, changed);
      if (!terminal.isUnread()) {
        watcher.join();
      }
    } finally {
      watcher.interrupt();
    }
    Path path = changed.get();
    return path == null ? Path.of("") : path;
  }

  private void run(
      AtomicReference<@Nullable Runnable> running, AtomicReference<@Nullable Path> changed)
      throws InterruptedException, RefusedException {
    try {
      round.run(
          cancel -> {
            running.set(cancel);
            if (changed.get() != null) {
              cancel.run();
            }
          });
    } catch (Exception e) {
      if (Thread.interrupted()) { // what was interrupted may say anything
        throw new InterruptedException();
      }
      if (e instanceof RefusedException refused && refused.isForGood()) {
        throw refused;
      }
      Graft.explain(terminal, e);
    }
  }
}
