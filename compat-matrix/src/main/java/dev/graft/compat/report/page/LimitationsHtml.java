package dev.graft.compat.report.page;

import dev.graft.compat.limits.Limitation;
import dev.graft.compat.limits.LimitationState;
import dev.graft.compat.report.CompatReport;
import dev.graft.compat.report.Counted;

/** The known limitations, and what this run makes of each. */
final class LimitationsHtml {
  private LimitationsHtml() {}

  static void write(Html html, CompatReport report) {
    html.raw("<section id=limitations class=view><h2>Known limitations</h2>\n<p class=facts>");
    html.raw(
        report.limitations().isEmpty()
            ? "There is none."
            : "Differences that somebody looked at and explained. They are never counted as"
                + " passed.");
    html.raw("</p>\n");
    report.limitations().forEach(state -> limitation(html, state));
    html.raw("</section>\n");
  }

  private static void limitation(Html html, LimitationState state) {
    Limitation known = state.limitation();
    html.raw("<article class=\"group limit\"><h3><span class=\"g ");
    html.raw(state.mustBeEdited() ? "wrong" : "known").raw("\" aria-hidden=true>");
    html.raw(state.mustBeEdited() ? "✎" : "◩").raw("</span>").text(known.title());
    html.raw("</h3><p>").code(known.id()).raw(" ").text(status(state)).raw("</p><p>");
    html.text(known.reason()).raw("</p>");
    if (!known.workaround().isEmpty()) {
      html.raw("<p><b>Meanwhile.</b> ").text(known.workaround()).raw("</p>");
    }
    html.raw("<p class=facts>On ");
    known.backends().forEach((id, range) -> html.text(id + " " + range.text() + " "));
    html.raw("with ").code(known.signature().text()).raw(". Found ");
    html.text(known.since() + ", to be reviewed by " + known.review()).raw(". ");
    html.text(known.issue()).raw("</p></article>\n");
  }

  private static String status(LimitationState state) {
    return switch (state.status()) {
      case HOLDS -> "holds for " + Counted.of(state.known(), "result");
      case DUE -> "holds for " + Counted.of(state.known(), "result") + "; its review is due";
      case OVERDUE -> "its review is long overdue: look at it again, and set a new date";
      case FIXED -> Counted.of(state.fixed(), "result") + " passed: shorten or remove the entry";
      case STALE -> "matches nothing: remove the entry";
      case TOO_WIDE -> "matches more cases than one entry may: narrow it, or say that it is wide";
      case NOT_SEEN -> "was not met in this run";
    };
  }
}
