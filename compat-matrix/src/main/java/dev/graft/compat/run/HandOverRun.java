package dev.graft.compat.run;

import dev.graft.compat.handover.HandOver;
import dev.graft.compat.limits.LimitationsLedger;
import dev.graft.compat.subject.NodeHost;
import dev.graft.compat.verdict.CaseOutcome;
import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.backend.HostingRefusedException;
import dev.graft.runtime.catalogue.CatalogueEntry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Hands the state of nodes over, from each backend that ran to each. */
final class HandOverRun implements AutoCloseable {
  private final List<HandOverLine> lines;
  private final LimitationsLedger ledger;

  private HandOverRun(List<HandOverLine> lines, LimitationsLedger ledger) {
    this.lines = lines;
    this.ledger = ledger;
  }

  static HandOverRun between(
      Map<BackendId, BackendRun> runs, NodeHost host, LimitationsLedger ledger, Duration timeout) {
    List<HandOverLine> lines = new ArrayList<>();
    runs.forEach(
        (id, run) -> {
          if (run.column().available()) {
            try {
              lines.add(new HandOverLine(host.backend(id), run.column().implementation(), timeout));
            } catch (HostingRefusedException e) {
              throw new IllegalStateException("it ran a moment ago", e);
            }
          }
        });
    return new HandOverRun(lines, ledger);
  }

  /** The grid of a node whose cases have been judged. */
  HandOver of(CatalogueEntry entry, List<CaseOutcome> outcomes, boolean everyCase) {
    return NodeHandOver.of(entry, outcomes, everyCase, lines, ledger);
  }

  @Override
  public void close() {
    lines.forEach(HandOverLine::close);
  }
}
