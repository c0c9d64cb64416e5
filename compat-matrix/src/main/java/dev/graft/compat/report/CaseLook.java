package dev.graft.compat.report;

import dev.graft.compat.compare.Grade;
import dev.graft.compat.verdict.CaseOutcome;
import dev.graft.compat.verdict.CaseResult;
import dev.graft.compat.verdict.Observed;
import dev.graft.compat.verdict.Overlay;

/**
 * A result, or a case over all backends, in one sign.
 *
 * @param look the name of its look, for style sheets
 * @param glyph the sign
 * @param word what it means
 */
public record CaseLook(String look, String glyph, String word) {
  /** The worst of the results of a case. */
  public static CaseLook of(CaseOutcome outcome) {
    return outcome.results().values().stream()
        .map(CaseLook::of)
        .reduce((a, b) -> rank(a) >= rank(b) ? a : b)
        .orElse(new CaseLook("unknown", "?", "not run"));
  }

  /** The look of a result. */
  public static CaseLook of(CaseResult result) {
    return switch (result.overlay()) {
      case NONE -> observed(result);
      case KNOWN -> new CaseLook("known", "◩", "known");
      case FLAKY ->
          new CaseLook("known", "~", "flaky" + result.tally().map(each -> ", " + each).orElse(""));
      case FIXED -> new CaseLook("wrong", "✕", "fixed: edit the limitation");
      case CHANGED -> new CaseLook("wrong", "✕", "fails in another way than is known");
    };
  }

  private static CaseLook observed(CaseResult result) {
    return switch (result.verdict().observed()) {
      case PASS -> passing(result.verdict().grade().orElse(Grade.EXACT));
      case DIFF -> new CaseLook("wrong", "✕", "different");
      case ERROR -> new CaseLook("wrong", "!", "error");
      case NONDETERMINISTIC -> new CaseLook("wrong", "~", "nondeterministic");
      case CRASH -> new CaseLook("wrong", "!", "crash");
      case TIMEOUT -> new CaseLook("wrong", "⧗", "timeout");
      case INFRA -> new CaseLook("wrong", "⚑", "answered by another");
      case UNSUPPORTED -> new CaseLook("absent", "–", "unsupported");
      case NOT_RUN -> new CaseLook("unknown", "?", "not run");
    };
  }

  private static CaseLook passing(Grade grade) {
    return new CaseLook("exact", grade.glyph(), grade.text());
  }

  private static int rank(CaseLook look) {
    return switch (look.look()) {
      case "wrong" -> 4;
      case "known" -> 3;
      case "unknown" -> 2;
      case "absent" -> 1;
      default -> 0;
    };
  }

  /** Whether it says anything but a pass. */
  public static boolean differs(CaseResult result) {
    return result.verdict().observed() != Observed.PASS || result.overlay() != Overlay.NONE;
  }
}
