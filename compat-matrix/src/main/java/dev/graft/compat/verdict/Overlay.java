package dev.graft.compat.verdict;

/** What a known limitation makes of a result. */
public enum Overlay {
  /** No limitation speaks of it. */
  NONE,
  /** It fails in the way that is known. */
  KNOWN,
  /** It fails now and then, as is known: neither a failure of the run nor ever a pass. */
  FLAKY,
  /** It fails, but not in the way that is known. */
  CHANGED,
  /** It passes although a limitation says that it fails. */
  FIXED;

  /** Whether somebody has explained that it fails. */
  public boolean isExplained() {
    return this == KNOWN || this == FLAKY;
  }
}
