package dev.graft.compat.run;

/** What was asked for cannot be run: a name that nothing has, or a file that cannot be read. */
public final class CompatUsageException extends Exception {
  private static final long serialVersionUID = 1L;

  /** What is wrong, one sentence. */
  public CompatUsageException(String fact) {
    super(fact);
  }
}
