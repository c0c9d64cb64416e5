package dev.graft.compat.verdict;

/** What a known limitation makes of a result. */
public enum Overlay {
  /** No limitation speaks of it. */
  NONE,
  /** It fails in the way that is known. */
  KNOWN,
  /** It fails, but not in the way that is known. */
  CHANGED,
  /** It passes although a limitation says that it fails. */
  FIXED
}
