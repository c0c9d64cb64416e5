package dev.graft.cli;

import dev.graft.runtime.run.Pipeline;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Ends a run cleanly when the user presses Ctrl-C: its nodes are closed before the JVM goes. */
final class CancelOnExit {
  private static final long PATIENCE_SECONDS = 5;

  private final CountDownLatch finished = new CountDownLatch(1);
  private final AtomicBoolean interrupted = new AtomicBoolean();
  private final Thread hook;

  private CancelOnExit(Pipeline pipeline) {
    hook =
        new Thread(
            () -> {
              interrupted.set(true);
              pipeline.cancel();
              awaitEnd();
            },
            "graft-cancel");
  }

  static CancelOnExit register(Pipeline pipeline) {
    CancelOnExit cancel = new CancelOnExit(pipeline);
    Runtime.getRuntime().addShutdownHook(cancel.hook);
    return cancel;
  }

  /** Says that the run has ended. */
  void unregister() {
    finished.countDown();
    if (!interrupted.get()) {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        interrupted.set(true);
      }
    }
  }

  boolean wasInterrupted() {
    return interrupted.get();
  }

  private void awaitEnd() {
    try {
      if (!finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        System.err.println("graft: the run did not end within " + PATIENCE_SECONDS + " s.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
