package dev.graft.compat.changes;

import dev.graft.compat.verdict.Observed;
import dev.graft.compat.verdict.Overlay;

/** Where a result stands, as far as another run can make it better or worse. */
enum Standing {
  /** As it must be. */
  PASSES,
  /** Different in a way that somebody explained. */
  KNOWN,
  /** Different, and nobody explained it. */
  FAILS,
  /** There is no result. */
  SKIPPED;

  /** The standing of a word. A word of a later version that nobody knows here is no pass. */
  static Standing of(String word) {
    if (word.equals(Observed.PASS.name()) || word.equals(Overlay.FIXED.name())) {
      return PASSES;
    } else if (word.equals(Overlay.KNOWN.name()) || word.equals(Overlay.FLAKY.name())) {
      return KNOWN;
    } else if (word.equals(Observed.UNSUPPORTED.name()) || word.equals(Observed.NOT_RUN.name())) {
      return SKIPPED;
    }
    return FAILS;
  }
}
