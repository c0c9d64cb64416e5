package dev.graft.compat.changes;

/** What should be a run, a baseline or a history cannot be read. */
public final class ChangesException extends Exception {
  private static final long serialVersionUID = 1L;

  /** What is wrong, where, and how to mend it. */
  public ChangesException(String place, String fact) {
    super(place + ": " + fact);
  }
}
