package dev.graft.compat.report;

import dev.graft.compat.subject.Trace;
import dev.graft.compat.verdict.CaseOutcome;
import dev.graft.compat.verdict.CaseResult;
import dev.graft.descriptor.NodeContract;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One node of a page: what it is, who served it, and its cases. */
final class HtmlNode {
  private static final int HASH = 12;

  private HtmlNode() {}

  static void write(Html html, NodeRow node, CompatReport report, boolean small) {
    html.raw("<details class=node id=\"node-").attribute(node.id()).raw("\" data-n=\"");
    html.attribute(node.id()).raw(node.unexpected() ? "\" open>" : "\">").raw("<summary><h3>");
    html.text(node.id()).raw("</h3>");
    for (BackendColumn backend : report.backends()) {
      HtmlGrid.cell(html, Cell.of(node, backend.id()), backend.id().text() + " ");
    }
    html.raw("</summary><div class=in>");
    facts(html, node);
    served(html, node, report);
    node.outcomes().stream()
        .sorted(Comparator.comparing(CaseOutcome::clean))
        .forEach(outcome -> HtmlCase.write(html, outcome, small));
    html.raw("</div></details>\n");
  }

  private static void facts(Html html, NodeRow node) {
    NodeContract contract = node.entry().contract();
    html.raw("<p class=facts>").text(contract.summary()).raw(" Contract ");
    html.text(contract.version() + ", " + contract.purity().text());
    html.text(", state " + contract.state().scope().text());
    if (!node.untriedParams().isEmpty()) {
      html.raw(". <b>No case gives ").text(String.join(", ", node.untriedParams())).raw("</b>");
    }
    node.health().choices().forEach(choice -> html.raw(". ").text(choice.toString()));
    html.raw(".</p>");
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
