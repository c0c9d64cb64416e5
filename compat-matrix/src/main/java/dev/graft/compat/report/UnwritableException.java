package dev.graft.compat.report;

/** A case cannot be written as a program. */
public final class UnwritableException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Why not, a sentence without a full stop. */
  public UnwritableException(String fact) {
    super(fact);
  }
}
