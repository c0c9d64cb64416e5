package dev.graft.compat.report.page;

import dev.graft.compat.report.BackendColumn;
import dev.graft.compat.report.BridgeRow;
import dev.graft.compat.report.Cell;
import dev.graft.compat.report.CompatReport;
import dev.graft.compat.report.NodeRow;

/** The bridge's own section: a row for each type of value, two columns for each backend. */
final class BridgeHtml {
  private BridgeHtml() {}

  static void write(Html html, CompatReport report) {
    if (report.bridge().isEmpty()) {
      return;
    }
    html.raw("<section id=bridge class=view><h2>The bridge</h2><p>");
    html.text("Whether each type of value crosses into Python and out of it unchanged.");
    html.raw("</p><table class=grid><thead><tr><th scope=col>type");
    for (BackendColumn backend : report.bridges()) {
      html.raw("<th scope=col>").text("into " + backend.id());
      html.raw("<th scope=col>").text("out of " + backend.id());
    }
    html.raw("<tbody>\n");
    for (BridgeRow row : BridgeRow.of(report)) {
      html.raw("<tr><th scope=row>").text(row.type());
      for (BackendColumn backend : report.bridges()) {
        cell(html, row.in(backend.id()));
        cell(html, row.out(backend.id()));
      }
      html.raw("\n");
    }
    html.raw("</table>\n<p><a href=\"")
        .raw(PageLink.ofNode(report.bridge().map(NodeRow::id).orElse("")));
    html.raw("\">Its cases</a></p></section>\n");
  }

  private static void cell(Html html, BridgeRow.Crossing crossing) {
    html.raw("<td>");
    GridHtml.cell(html, new Cell(crossing.look(), crossing.glyph(), crossing.word(), 0), "");
  }
}
