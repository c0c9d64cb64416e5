package dev.graft.cli;

/** What was asked for cannot be done; the message says why and what to do. */
final class RefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final boolean isForGood;

  RefusedException(String message) {
    this(message, false);
  }

  private RefusedException(String message, boolean isForGood) {
    super(message);
    this.isForGood = isForGood;
  }

  /** What only another command line mends, whatever changes meanwhile in files. */
  static RefusedException forGood(String message) {
    return new RefusedException(message, true);
  }

  /** Whether it is no use to wait for a change of files and to try again. */
  boolean isForGood() {
    return isForGood;
  }
}
