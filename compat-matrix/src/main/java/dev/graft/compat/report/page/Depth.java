package dev.graft.compat.report.page;

import dev.graft.compat.verdict.CaseOutcome;
import java.util.function.Predicate;

/** How much of its cases a page holds. */
enum Depth {
  /** All of all of them. */
  ALL(""),
  /** The steps of what does not pass; of the rest only how to run it again. */
  DIFFERENCES("What happened in cases that pass is left out, to keep this page small."),
  /** The steps of a few cases for each way to fail. */
  EXAMPLES("What happened is told of a few cases for each way to fail, to keep this page small."),
  /** Of everything only how to run it again. */
  NAMES("What happened in the cases is left out, to keep this page small.");

  private final String text;

  Depth(String text) {
    this.text = text;
  }

  /** What to tell the reader; empty if there is nothing to tell. */
  String text() {
    return text.isEmpty() ? "" : text + " report.json has all of it.";
  }

  /** Chooses the cases of one node that are held in full, asked of each of them in order. */
  Predicate<CaseOutcome> held() {
    return switch (this) {
      case ALL -> _ -> true;
      case DIFFERENCES -> outcome -> !outcome.clean();
      case EXAMPLES -> new Examples();
      case NAMES -> _ -> false;
    };
  }
}
