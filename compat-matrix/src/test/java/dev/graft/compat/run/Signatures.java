package dev.graft.compat.run;

import dev.graft.compat.report.CompatReport;
import dev.graft.compat.verdict.CaseResult;
import java.util.List;

/** The ways in which the results of a run fail. */
final class Signatures {
  private Signatures() {}

  static List<String> of(CompatReport report) {
    return report
        .results()
        .filter(CaseResult::unexpected)
        .map(
            each ->
                each.verdict().signature().orElse(each.overlay() + "/" + each.verdict().observed()))
        .distinct()
        .sorted()
        .toList();
  }
}
