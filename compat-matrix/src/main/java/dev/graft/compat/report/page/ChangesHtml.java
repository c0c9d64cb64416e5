package dev.graft.compat.report.page;

import dev.graft.compat.changes.Change;
import dev.graft.compat.changes.Changes;
import dev.graft.compat.report.CompatReport;
import java.util.List;

/** What is not as it was in the baseline. */
final class ChangesHtml {
  private static final int MOST = 200;

  private ChangesHtml() {}

  static void write(Html html, CompatReport report) {
    report.changes().ifPresent(changes -> write(html, changes));
  }

  private static void write(Html html, Changes changes) {
    html.raw("<section id=changes class=view><h2>Changes</h2>\n<p class=facts>Since ");
    html.text(changes.before()).raw(", " + changes.compared() + " results compared.</p>\n");
    if (!changes.notes().isEmpty()) {
      html.raw("<ul class=warn>");
      changes.notes().forEach(note -> html.raw("<li>◌ ").text(note));
      html.raw("</ul>\n");
    }
    if (changes.all().isEmpty()) {
      html.raw("<p>Nothing changed.</p>");
    }
    for (Change.Kind kind : Change.Kind.values()) {
      List<Change> of = changes.of(kind);
      if (!of.isEmpty()) {
        kind(html, kind, of);
      }
    }
    html.raw("</section>\n");
  }

  private static void kind(Html html, Change.Kind kind, List<Change> changes) {
    html.raw("<h3>").raw(kind.id()).raw(" <b>" + changes.size() + "</b></h3><p class=facts>");
    html.text(kind.text()).raw("</p>").wide(kind.id());
    html.raw("<table class=env><thead><tr><th scope=col>what");
    html.raw("<th scope=col>where<th scope=col>before<th scope=col>now<tbody>\n");
    for (Change change : changes.stream().limit(MOST).toList()) {
      html.raw("<tr><th scope=row><a href=\"");
      html.raw(
          change.key().contains("/")
              ? PageLink.ofCase(change.key())
              : PageLink.ofNode(change.key()));
      html.raw("\">").text(change.key()).raw("</a><td>").text(change.backend().text());
      html.raw("<td>").text(change.before()).raw("<td>").text(change.after()).raw("\n");
    }
    html.raw("</table></div>");
    if (changes.size() > MOST) {
      html.raw(
          "<p class=facts>and " + (changes.size() - MOST) + " more; report.json has them.</p>");
    }
    html.raw("\n");
  }
}
