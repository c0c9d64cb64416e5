package dev.graft.compat.report;

import dev.graft.compat.verdict.CaseResult;
import dev.graft.compat.verdict.Observed;
import dev.graft.runtime.backend.BackendId;
import java.util.ArrayList;
import java.util.List;

/** What a cell of the grid says, in one sentence. */
public final class CellSentence {
  private CellSentence() {}

  /** The sentence for a node on a backend. */
  public static String of(NodeRow node, BackendId backend) {
    if (!node.has(backend)) {
      return "There is no %s node %s.".formatted(backend.language().text(), node.id());
    }
    List<CaseResult> results = node.on(backend);
    List<String> parts = new ArrayList<>();
    add(parts, results.stream().filter(CaseResult::passed).count(), "as it must be");
    add(parts, results.stream().filter(CaseResult::unexpected).count(), "that nobody explained");
    add(
        parts,
        results.stream().filter(each -> each.overlay().isExplained()).count(),
        "different in a known way");
    add(parts, seen(results, Observed.UNSUPPORTED), "that the backend cannot host");
    add(parts, seen(results, Observed.NOT_RUN), "not run");
    String all = Counted.of(results.size(), "case");
    return "%s on %s: %s%s."
        .formatted(node.id(), backend, all, parts.isEmpty() ? "" : ", " + String.join(", ", parts));
  }

  private static long seen(List<CaseResult> results, Observed observed) {
    return results.stream().filter(each -> each.verdict().observed() == observed).count();
  }

  private static void add(List<String> parts, long count, String what) {
    if (count > 0) {
      parts.add(count + " " + what);
    }
  }
}
