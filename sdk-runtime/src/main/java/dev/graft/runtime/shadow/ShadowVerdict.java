package dev.graft.runtime.shadow;

/** What came of comparing one call. */
public sealed interface ShadowVerdict {
  /** The two did the same. */
  record Same() implements ShadowVerdict {}

  /**
   * They differ in a way that is known.
   *
   * @param limitation the id of the known limitation
   */
  record Known(String limitation) implements ShadowVerdict {}

  /**
   * They differ.
   *
   * @param signature the way in which they differ
   * @param where what shows it: a file, or a sentence that says why there is none
   */
  record Different(String signature, String where) implements ShadowVerdict {}
}
