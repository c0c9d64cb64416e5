package dev.graft.compat.report;

import dev.graft.runtime.backend.BackendId;
import java.util.ArrayList;
import java.util.List;

/** Why nodes are not proven safe, for the terminal: those of a small run one by one. */
final class WhyNot {
  private static final int MOST_NODES = 3;
  private static final int MOST_REASONS = 3;

  private WhyNot() {}

  static List<String> of(CompatReport report) {
    if (report.scope().whole()) {
      return hint(report);
    }
    List<String> lines = new ArrayList<>();
    List<NodeRow> unsafe =
        report.nodes().stream().filter(node -> !node.switchTo(BackendId.JAVA).safe()).toList();
    if (unsafe.size() <= MOST_NODES) {
      unsafe.forEach(node -> reasons(node, lines));
    }
    return lines;
  }

  private static void reasons(NodeRow node, List<String> lines) {
    List<String> blockers = node.switchTo(BackendId.JAVA).blockers();
    lines.add("Why not " + node.id() + "?");
    blockers.stream().limit(MOST_REASONS).forEach(each -> lines.add("  - " + each));
    if (blockers.size() > MOST_REASONS) {
      lines.add(
          "  - and %d more: graft matrix can-switch %s says all."
              .formatted(blockers.size() - MOST_REASONS, node.id()));
    }
  }

  /** Cases that people wrote show much and prove little: a run without others proves no node. */
  private static List<String> hint(CompatReport report) {
    boolean madeUp =
        report.outcomes().anyMatch(outcome -> outcome.tried().tags().contains("random"));
    boolean unproven =
        report.nodes().stream()
            .anyMatch(
                node ->
                    node.has(BackendId.JAVA)
                        && node.has(BackendId.CPYTHON)
                        && node.evidence().madeUp(BackendId.JAVA) < Evidence.ENOUGH);
    return unproven && !madeUp
        ? List.of("What proves the others is made-up cases: graft matrix --random 1000.")
        : List.of();
  }
}
