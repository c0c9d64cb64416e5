package dev.graft.compat.verdict;

/** What was observed of a case on a backend. */
public enum Observed {
  /** As it must be. */
  PASS,
  /** Another result. */
  DIFF,
  /** Only one side failed, or both in different ways. */
  ERROR,
  /** A second instance of the node did not repeat what the first one did. */
  NONDETERMINISTIC,
  /** The backend broke. */
  CRASH,
  /** It took too long. */
  TIMEOUT,
  /** The backend declares that it cannot. */
  UNSUPPORTED,
  /** Not what was asked for answered. */
  INFRA,
  /** There is nothing to say: it did not run, or nothing could judge it. */
  NOT_RUN;

  /** Whether it is a failure of the node or of its backend. */
  public boolean failed() {
    return switch (this) {
      case DIFF, ERROR, NONDETERMINISTIC, CRASH, TIMEOUT -> true;
      case PASS, UNSUPPORTED, INFRA, NOT_RUN -> false;
    };
  }
}
