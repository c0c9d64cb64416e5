package dev.graft.compat.report.page;

import dev.graft.compat.report.BackendColumn;
import dev.graft.compat.report.Cell;
import dev.graft.compat.report.CompatReport;
import dev.graft.compat.report.InTheWay;
import dev.graft.compat.report.NodeRow;
import dev.graft.compat.report.StageLook;
import dev.graft.compat.report.UsageText;
import dev.graft.compat.subject.Trace;
import dev.graft.compat.verdict.CaseResult;
import dev.graft.descriptor.NodeContract;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What stands above the cases of a node: what it is, how it does, and who served it. */
final class NodeHtml {
  private static final int HASH = 12;

  private NodeHtml() {}

  static void write(Html html, NodeRow node, CompatReport report) {
    NodeContract contract = node.entry().contract();
    html.raw("<p>").text(contract.summary()).raw("</p><p class=cells>");
    GridHtml.stage(html, StageLook.of(node));
    for (BackendColumn backend : report.backends()) {
      GridHtml.cell(html, Cell.of(node, backend.id()), backend.id().text() + " ");
    }
    html.raw("</p><p class=facts>Contract ").text(contract.version() + ", ");
    html.text(contract.purity().text() + ", state " + contract.state().scope().text()).raw(". ");
    if (!node.untriedParams().isEmpty()) {
      html.raw("<b>No case gives ").text(String.join(", ", node.untriedParams())).raw(".</b>");
    }
    node.health().choices().forEach(choice -> html.raw(" ").text(choice.toString()).raw("."));
    html.raw("</p>");
    blockers(html, node);
    served(html, node, report);
  }

  private static void blockers(Html html, NodeRow node) {
    List<String> inProduction = UsageText.of(node.inUse());
    if (!inProduction.isEmpty()) {
      html.raw("<p class=facts>In production: ").text(String.join(". ", inProduction)).raw("</p>");
    }
    String inTheWay = InTheWay.of(node);
    if (!inTheWay.isEmpty()) {
      html.raw("<p class=facts>In the way of Java: ").text(inTheWay).raw("</p>");
    }
  }

  /** A backend may use many processes; what matters is that all of them ran the same code. */
  private static void served(Html html, NodeRow node, CompatReport report) {
    html.raw("<p class=facts>Served by ");
    boolean first = true;
    for (BackendColumn backend : report.backends()) {
      Map<String, Set<String>> processes = new LinkedHashMap<>();
      node.on(backend.id()).stream()
          .map(CaseResult::trace)
          .map(Trace::servedBy)
          .flatMap(Optional::stream)
          .forEach(
              who ->
                  processes
                      .computeIfAbsent(
                          who.implementation() + ", code " + brief(who.codeHash()),
                          _ -> new LinkedHashSet<>())
                      .add(who.process()));
      for (Map.Entry<String, Set<String>> each : processes.entrySet()) {
        Set<String> all = each.getValue();
        String where = all.size() == 1 ? all.iterator().next() : all.size() + " processes";
        html.raw(first ? "" : "; ").text(each.getKey() + ", " + where);
        first = false;
      }
    }
    html.raw(first ? "nobody.</p>" : ".</p>");
  }

  static String brief(String hash) {
    return hash.substring(0, Math.min(HASH, hash.length()));
  }
}
