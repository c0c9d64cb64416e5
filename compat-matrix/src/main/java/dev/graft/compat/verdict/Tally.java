package dev.graft.compat.verdict;

/**
 * How often a case failed.
 *
 * @param failed the plays that failed
 * @param plays all plays
 */
public record Tally(int failed, int plays) {
  /** {@code failed 1 of 5 times}. */
  @Override
  public String toString() {
    return "failed " + failed + " of " + plays + " times";
  }
}
