package dev.graft.compat.report.page;

import dev.graft.compat.report.CompatReport;
import dev.graft.compat.report.Counted;
import dev.graft.compat.report.Repro;
import dev.graft.compat.report.SignatureGroup;
import java.util.List;

/** The unexpected results by the way in which they fail. */
final class DifferencesHtml {
  private static final int MOST = 8;
  private static final int MOST_REASON = 200;

  private DifferencesHtml() {}

  static void write(Html html, CompatReport report) {
    html.raw("<section id=differences class=view><h2>Differences</h2>\n");
    List<SignatureGroup> groups = SignatureGroup.of(report);
    html.raw("<p class=facts>");
    html.raw(
        groups.isEmpty()
            ? "There is none that nobody has explained.</p>"
            : "By the way in which they fail: mend the cause, and all of them are mended.</p>\n");
    groups.forEach(group -> group(html, group));
    html.raw("</section>\n");
  }

  private static void group(Html html, SignatureGroup group) {
    List<SignatureGroup.Place> places = group.places();
    html.raw("<article class=group><h3>").raw(Counted.of(places.size(), "result"));
    group.explanation().ifPresent(why -> html.raw(": ").text(why.cause()));
    html.raw("</h3><p>").code(group.name()).raw("</p>");
    group.explanation().ifPresent(why -> html.raw("<p><b>Fix.</b> ").text(why.fix()).raw("</p>"));
    html.raw("<ul>");
    for (SignatureGroup.Place place : places.stream().limit(MOST).toList()) {
      String key = place.tried().key();
      // A hand-over is no case of the grid: its node shows it.
      html.raw("<li><a href=\"");
      html.raw(place.handsOver() ? PageLink.ofNode(place.tried().node()) : PageLink.ofCase(key));
      html.raw("\">").text(key).raw("</a> on ");
      html.text(place.result().backend().text());
      String reason = place.result().verdict().reason();
      html.text(reason.isEmpty() ? "" : ": " + reason, MOST_REASON);
    }
    if (places.size() > MOST) {
      html.raw("<li><a href=\"").raw(PageLink.ofQuery("sig:" + group.name())).raw("\">and ");
      html.raw(String.valueOf(places.size() - MOST)).raw(" more</a>");
    }
    html.raw("</ul>");
    CaseHtml.repro(html, Repro.of(places.getFirst().tried()));
    html.raw("</article>\n");
  }
}
