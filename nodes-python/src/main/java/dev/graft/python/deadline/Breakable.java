package dev.graft.python.deadline;

import java.time.Duration;

/** What runs a call and can be stopped by another thread. */
public interface Breakable {
  /**
   * Asks the call to end, in a way that leaves its host usable. May wait for that.
   *
   * @param patience the longest that it may wait
   */
  void interrupt(Duration patience);

  /** Ends the call and its host, whatever the call is doing. */
  void kill();
}
