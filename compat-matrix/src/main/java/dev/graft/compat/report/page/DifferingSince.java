package dev.graft.compat.report.page;

import dev.graft.compat.changes.PastRun;
import dev.graft.compat.limits.LimitationState;
import dev.graft.compat.report.CompatReport;
import dev.graft.compat.verdict.CaseResult;
import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.limits.Limitation;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * Since which day the results of a node are not as they must be. Of what is known its entry says
 * it. Of all else only runs can: the day of the first of those runs in a row, up to this one, in
 * which the node had something unexplained on that backend.
 */
final class DifferingSince {
  private static final String WRONG = "wrong";

  private final CompatReport report;
  private final List<PastRun> runs;

  DifferingSince(CompatReport report, String node) {
    this.report = report;
    this.runs = report.history().of(node);
  }

  /** The day of a time, in UTC: {@code 2026-09-01}. */
  static String day(Instant time) {
    return LocalDate.ofInstant(time, ZoneOffset.UTC).toString();
  }

  /** The day; empty of a result that is as it must be. */
  Optional<String> of(CaseResult result) {
    if (result.limitation().isPresent()) {
      return result.limitation().flatMap(this::known);
    }
    return result.unexpected() ? Optional.of(firstInARow(result.backend())) : Optional.empty();
  }

  private Optional<String> known(String id) {
    return report.limitations().stream()
        .map(LimitationState::limitation)
        .filter(each -> each.id().equals(id))
        .map(Limitation::since)
        .map(LocalDate::toString)
        .findFirst();
  }

  private String firstInARow(BackendId backend) {
    Instant first = report.started();
    for (PastRun run : runs.reversed()) {
      if (!WRONG.equals(run.looks().get(backend))) {
        break;
      }
      first = run.started();
    }
    return day(first);
  }
}
