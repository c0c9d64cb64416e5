package dev.graft.compat.subject;

/** A session did not bear what was done with it. */
public final class SessionBrokenException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Trace.Ended end;
  private final String reason;

  SessionBrokenException(Trace.Ended end, String reason, Throwable cause) {
    super(reason, cause);
    this.end = end;
    this.reason = reason;
  }

  /** How it ended: too late, in a crash, or because the run was interrupted. */
  public Trace.Ended end() {
    return end;
  }

  /** Why, for people. */
  public String reason() {
    return reason;
  }
}
