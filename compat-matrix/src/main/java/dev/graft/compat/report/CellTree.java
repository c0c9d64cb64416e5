package dev.graft.compat.report;

import static dev.graft.compat.report.ReportTree.object;

import dev.graft.compat.compare.Grade;
import dev.graft.compat.verdict.CaseResult;
import dev.graft.runtime.backend.BackendId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The JSON form of one cell of the grid. */
final class CellTree {
  private CellTree() {}

  static Map<String, @Nullable Object> of(NodeRow node, BackendId backend) {
    Cell cell = Cell.of(node, backend);
    List<CaseResult> results = node.on(backend);
    return object(
        "look", cell.look(),
        "glyph", cell.glyph(),
        "text", cell.text(),
        "grade",
            results.stream()
                .flatMap(each -> each.verdict().grade().stream())
                .reduce(Grade::worse)
                .map(Grade::text)
                .orElse(null),
        "worst_ulp", results.stream().mapToLong(each -> each.verdict().worstUlp()).max().orElse(0),
        "counts", counts(results),
        "bench", SpeedTree.of(node.speed().on(backend)),
        "micros", results.stream().mapToLong(each -> each.trace().nanos()).sum() / 1000);
  }

  private static Map<String, Long> counts(List<CaseResult> results) {
    Map<String, Long> counts = new TreeMap<>();
    for (CaseResult result : results) {
      String word = result.word().toLowerCase(Locale.ROOT);
      counts.merge(word, 1L, Long::sum);
    }
    return counts;
  }
}
