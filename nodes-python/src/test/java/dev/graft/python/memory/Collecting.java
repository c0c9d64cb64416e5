package dev.graft.python.memory;

import static com.google.common.truth.Truth.assertWithMessage;

import java.util.function.BooleanSupplier;

/** Waits for what the garbage collector brings about. */
final class Collecting {
  private static final int ATTEMPTS = 200;
  private static final int PAUSE_MILLIS = 10;

  private Collecting() {}

  /** Collects until something holds. */
  static void until(String what, BooleanSupplier holds) throws InterruptedException {
    for (int i = 0; i < ATTEMPTS && !holds.getAsBoolean(); i++) {
      System.gc();
      Thread.sleep(PAUSE_MILLIS);
    }
    assertWithMessage(what).that(holds.getAsBoolean()).isTrue();
  }

  /**
   * Collects often enough that what is unreachable is gone: once to find it, and once more after
   * its cleaner had time to act. Each takes a second beside the heap of an interpreter.
   */
  static void thoroughly() throws InterruptedException {
    for (int i = 0; i < 2; i++) {
      System.gc();
      Thread.sleep(PAUSE_MILLIS);
    }
  }
}
