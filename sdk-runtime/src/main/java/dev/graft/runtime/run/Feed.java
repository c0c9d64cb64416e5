package dev.graft.runtime.run;

/** What a lane takes its values from. Used by the lane's thread, but for {@link #refuse}. */
interface Feed {
  /** Takes some of the values that are there into the lane, and says whether there were any. */
  boolean pump();

  /** Whether a value is there. */
  boolean isReady();

  /** Whether no value is there and none will come. */
  boolean isFinished();

  /** Lets whoever gives know that no more is wanted. May be called by any thread. */
  void refuse();
}
