package dev.graft.python.cpython;

import java.util.Optional;

/** The life of a worker's process, which was started in one of two ways. Safe for all threads. */
sealed interface Child permits StartedChild, ForkedChild {
  /** Its process id. */
  long pid();

  /** Ends it at once; nothing happens if it has ended. */
  void kill();

  /**
   * Waits for it to end.
   *
   * @return false if it has not ended so many milliseconds later
   */
  boolean await(long millis) throws InterruptedException;

  /** How it ended; nothing while it lives. */
  Optional<Ending> ending();
}
