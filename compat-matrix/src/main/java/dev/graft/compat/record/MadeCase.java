package dev.graft.compat.record;

import dev.graft.compat.corpus.Case;

/** What became of a stretch of input. */
public sealed interface MadeCase {
  /**
   * A case.
   *
   * @param made the case, with the outcome
   * @param text its file
   * @param outcome what comes out, in a few words
   */
  record Frozen(Case made, String text, String outcome) implements MadeCase {}

  /**
   * No case: there is no outcome to hold others to.
   *
   * @param reason why not
   */
  record Unfit(String reason) implements MadeCase {}
}
