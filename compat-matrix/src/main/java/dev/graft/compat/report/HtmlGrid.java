package dev.graft.compat.report;

import dev.graft.runtime.backend.BackendId;
import java.util.Comparator;
import java.util.List;

/** The grid: nodes by backends, worst first. */
final class HtmlGrid {
  private HtmlGrid() {}

  static void write(Html html, CompatReport report) {
    html.raw("<table class=grid><caption hidden>Every node on every backend</caption>");
    html.raw("<thead><tr><th scope=col>node");
    for (BackendColumn backend : report.backends()) {
      html.raw("<th scope=col>").text(backend.id().text());
    }
    html.raw("<th scope=col>switch to Java<tbody>\n");
    for (NodeRow node : worstFirst(report)) {
      row(html, node, report);
    }
    html.raw("</table>\n");
  }

  static List<NodeRow> worstFirst(CompatReport report) {
    return report.nodes().stream()
        .sorted(
            Comparator.comparingInt((NodeRow node) -> -worst(node, report))
                .thenComparing(NodeRow::id))
        .toList();
  }

  private static int worst(NodeRow node, CompatReport report) {
    return report.backends().stream()
        .mapToInt(backend -> Cell.of(node, backend.id()).rank())
        .max()
        .orElse(0);
  }

  private static void row(Html html, NodeRow node, CompatReport report) {
    html.raw("<tr data-n=\"").attribute(node.id()).raw("\"><th scope=row><a href=\"#node-");
    html.attribute(node.id()).raw("\">").text(node.id()).raw("</a><small>");
    html.text(node.entry().contract().summary()).raw("</small>");
    for (BackendColumn backend : report.backends()) {
      html.raw("<td data-b=\"").attribute(backend.id().text()).raw("\">");
      cell(html, Cell.of(node, backend.id()), "");
    }
    html.raw("<td class=last>").raw(verdict(node)).raw("\n");
  }

  private static String verdict(NodeRow node) {
    return node.switchTo(BackendId.JAVA).safe()
        ? "<span class=safe>safe to switch</span>"
        : "<span class=absent>" + node.stage().title() + "</span>";
  }

  static void cell(Html html, Cell cell, String before) {
    html.raw("<span class=\"cell ").raw(cell.look()).raw("\"><i aria-hidden=true>");
    html.raw(cell.glyph()).raw("</i><span>").text(before + cell.text()).raw("</span></span>");
  }
}
