package dev.graft.cli;

import dev.graft.runtime.run.GraftRuntime;
import dev.graft.runtime.run.Pipeline;
import java.io.Closeable;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Ends a run cleanly when the user presses Ctrl-C: its nodes are closed, what was done is told, and
 * the processes of workers have ended before the JVM goes. While a thread of a JVM waits for a
 * process, or for what it says, the JVM takes a third of a second longer to end.
 */
final class CancelOnExit implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 5;

  private final CountDownLatch ended = new CountDownLatch(1);
  private final CountDownLatch told = new CountDownLatch(1);
  private final AtomicBoolean interrupted = new AtomicBoolean();
  private @Nullable Thread hook;

  /**
   * From now on there is something to cancel.
   *
   * @param runtime whose processes are ended while the summary is told
   * @param input what the run may be waiting for
   */
  void cancels(Pipeline pipeline, GraftRuntime runtime, Closeable input) {
    Thread cancel = new Thread(() -> cancel(pipeline, runtime, input), "graft-cancel");
    try {
      Runtime.getRuntime().addShutdownHook(cancel);
      hook = cancel;
    } catch (IllegalStateException e) {
      interrupted.set(true); // it came while the nodes were opened
      pipeline.cancel();
    }
  }

  /** The nodes are closed. */
  void ended() {
    ended.countDown();
  }

  /** Whoever pressed the keys has been told what was done. */
  void told() {
    told.countDown();
  }

  /** All is done. */
  @Override
  public void close() {
    ended.countDown();
    told.countDown();
    Thread registered = hook;
    if (registered != null && !interrupted.get()) {
      try {
        Runtime.getRuntime().removeShutdownHook(registered);
      } catch (IllegalStateException e) {
        interrupted.set(true);
      }
    }
  }

  boolean wasInterrupted() {
    return interrupted.get();
  }

  private void cancel(Pipeline pipeline, GraftRuntime runtime, Closeable input) {
    interrupted.set(true);
    pipeline.cancel();
    try {
      input.close();
    } catch (IOException e) {
      // Nobody reads it any more.
    }
    try {
      if (!ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        System.err.println("graft: the run did not end within " + PATIENCE_SECONDS + " s.");
        return;
      }
      runtime.endProcesses();
      // Whoever reads what is told may have stopped reading.
      boolean _ = told.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
