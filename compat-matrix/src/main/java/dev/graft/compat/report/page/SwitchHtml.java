package dev.graft.compat.report.page;

import dev.graft.compat.handover.HandOver;
import dev.graft.compat.handover.HandOverPair;
import dev.graft.compat.report.CompatReport;
import dev.graft.compat.report.HandOverCounts;
import dev.graft.compat.report.InTheWay;
import dev.graft.compat.report.NodeRow;
import dev.graft.compat.report.StageCounts;
import dev.graft.compat.report.StageLook;
import dev.graft.compat.report.UsageText;
import java.util.List;

/** How far each port has come, what stands in its way, and how its state moves. */
final class SwitchHtml {
  private SwitchHtml() {}

  static void write(Html html, CompatReport report) {
    html.raw("<section id=stages class=view><h2>Stages</h2><p>")
        .text(StageCounts.of(report))
        .raw("</p>\n");
    html.raw("<div class=wide><table class=t><thead><tr><th scope=col>node<th scope=col>stage");
    html.raw("<th scope=col>in production<th scope=col>what stands in the way of Java<tbody>\n");
    for (NodeRow node : report.nodes()) {
      html.raw("<tr><th scope=row>").text(node.id()).raw("<td>");
      html.text(StageLook.of(node).text()).raw("<td>");
      html.text(String.join(". ", UsageText.of(node.inUse()))).raw("<td>");
      html.text(InTheWay.of(node)).raw("\n");
    }
    html.raw("</table></div>\n");
    handOvers(html, report);
    html.raw("</section>\n");
  }

  private static void handOvers(Html html, CompatReport report) {
    List<NodeRow> stateful =
        report.nodes().stream()
            .filter(node -> !(node.handOver() instanceof HandOver.Stateless))
            .toList();
    if (stateful.isEmpty()) {
      return;
    }
    html.raw("<h2>Hand-over of state</h2><p>State that one backend saved, ");
    html.raw("restored on another in the middle of a stream. What comes after must be what comes ");
    html.raw("without a hand-over. ").text(HandOverCounts.of(report)).raw("</p>\n");
    html.raw("<div class=wide><table class=t><thead><tr>");
    html.raw("<th scope=col>node<th scope=col>from<th scope=col>to<th scope=col>result<tbody>\n");
    stateful.forEach(node -> node(html, node));
    html.raw("</table></div>\n");
  }

  private static void node(Html html, NodeRow node) {
    switch (node.handOver()) {
      case HandOver.Stateless _ -> {}
      case HandOver.NotTried not -> {
        html.raw("<tr><th scope=row>").text(node.id()).raw("<td><td><td>not tried: ");
        html.text(not.reason()).raw("\n");
      }
      case HandOver.Tried tried -> tried.pairs().forEach(pair -> pair(html, node, pair));
    }
  }

  private static void pair(Html html, NodeRow node, HandOverPair pair) {
    html.raw("<tr><th scope=row>").text(node.id()).raw("<td>").text(pair.from().text());
    html.raw("<td>").text(pair.to().text());
    html.raw(pair.unexpected() ? "<td class=off>" : "<td>").text(pair.text());
    pair.results().stream()
        .filter(each -> each.result().unexpected())
        .forEach(
            each -> {
              html.raw("<br><code id=\"").attribute(each.tried().key()).raw("\">");
              html.text(each.tried().key()).raw("</code> ");
              html.text(each.result().verdict().signature().orElse(""));
            });
    html.raw("\n");
  }
}
