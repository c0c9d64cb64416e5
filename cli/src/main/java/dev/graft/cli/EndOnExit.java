package dev.graft.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ends what goes on for ever when the user presses Ctrl-C: its thread is interrupted, and the JVM
 * waits until all is closed.
 */
final class EndOnExit implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 5;

  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread hook;

  /** For this thread, from now on. */
  EndOnExit() {
    Thread worker = Thread.currentThread();
    hook = new Thread(() -> end(worker), "graft-end");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private void end(Thread worker) {
    worker.interrupt();
    try {
      if (!ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        System.err.println("graft: it did not end within " + PATIENCE_SECONDS + " s.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** All is closed. */
  @Override
  public void close() {
    ended.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // It runs already, and hears that all is closed.
    }
  }
}
