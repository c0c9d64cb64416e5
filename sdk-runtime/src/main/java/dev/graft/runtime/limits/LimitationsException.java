package dev.graft.runtime.limits;

/** A file of known limitations is not what it must be. */
public final class LimitationsException extends Exception {
  private static final long serialVersionUID = 1L;

  /** What is wrong, and where. */
  public LimitationsException(String place, String fact) {
    super(place + ": " + fact);
  }
}
