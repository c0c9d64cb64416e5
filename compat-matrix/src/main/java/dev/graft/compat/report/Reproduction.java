package dev.graft.compat.report;

import dev.graft.compat.corpus.Case;
import dev.graft.compat.subject.Trace;
import dev.graft.compat.verdict.CaseResult;
import java.util.List;

/**
 * One case that was played again.
 *
 * @param tried the case
 * @param columns what happened, side by side; the last one is the one that is judged
 * @param result what the last one means
 */
public record Reproduction(Case tried, List<Column> columns, CaseResult result) {
  public Reproduction {
    columns = List.copyOf(columns);
  }

  /**
   * What happened on one backend.
   *
   * @param title the backend
   * @param trace its trace
   */
  public record Column(String title, Trace trace) {}
}
