package dev.graft.compat.report.page;

import dev.graft.compat.report.CompatReport;
import dev.graft.compat.report.NodeRow;
import dev.graft.compat.verdict.CaseOutcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What is known of one node and of its cases, as markup that is packed until it is opened. */
final class NodeBlock {
  private NodeBlock() {}

  static Map<String, Object> of(NodeRow node, CompatReport report, Depth depth) {
    Html head = new Html();
    NodeHtml.write(head, node, report);
    Predicate<CaseOutcome> held = depth.held();
    List<String> cases = new ArrayList<>();
    for (CaseOutcome outcome : node.outcomes()) {
      cases.add(oneCase(outcome, report, held.test(outcome) ? "" : depth.text()));
    }
    Map<String, Object> block = new LinkedHashMap<>();
    block.put("head", head.toString());
    block.put("cases", cases);
    return block;
  }

  private static String oneCase(CaseOutcome outcome, CompatReport report, String leftOut) {
    Html html = new Html();
    CaseHtml.write(html, outcome, report, leftOut);
    return html.toString();
  }
}
