package dev.graft.compat.report;

import dev.graft.compat.changes.PastRun;
import dev.graft.compat.changes.Recorded;
import dev.graft.compat.changes.RecordedRun;
import dev.graft.compat.generate.CaseGenerator;
import dev.graft.compat.speed.Interval;
import dev.graft.compat.speed.Timing;
import dev.graft.compat.verdict.CaseResult;
import dev.graft.runtime.backend.BackendId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A run, as later runs are compared with it. */
public final class Recording {
  private static final String NAME = "this run";

  private Recording() {}

  /**
   * The results of the rows. Cases that were made up are left out: another seed makes others, so
   * that a baseline would only tell how it was made.
   */
  public static RecordedRun of(
      List<NodeRow> nodes, List<BackendColumn> backends, RunScope scope, String corpus) {
    Map<BackendId, String> versions = new LinkedHashMap<>();
    backends.forEach(backend -> versions.put(backend.id(), backend.implementation()));
    List<Recorded> results =
        nodes.stream()
            .flatMap(node -> node.outcomes().stream())
            .filter(outcome -> !outcome.tried().origin().equals(CaseGenerator.ORIGIN))
            .flatMap(
                outcome ->
                    outcome.results().values().stream()
                        .map(result -> Recorded.of(outcome.tried(), result)))
            .toList();
    return new RecordedRun(
        NAME, RecordedRun.COMPARATOR, scope.whole(), scope.complete(), corpus, versions, results);
  }

  /** What the history keeps of the rows. */
  public static List<PastRun> past(
      Instant started, List<NodeRow> nodes, List<BackendColumn> backends) {
    return nodes.stream().map(node -> past(started, node, backends)).toList();
  }

  private static PastRun past(Instant started, NodeRow node, List<BackendColumn> backends) {
    Map<BackendId, String> looks = new LinkedHashMap<>();
    backends.forEach(each -> looks.put(each.id(), Cell.of(node, each.id()).look()));
    List<CaseResult> results =
        node.outcomes().stream().flatMap(each -> each.results().values().stream()).toList();
    return new PastRun(
        started,
        node.id(),
        looks,
        node.outcomes().size(),
        (int) results.stream().filter(CaseResult::unexpected).count(),
        (int) results.stream().filter(each -> each.overlay().isExplained()).count(),
        speeds(node));
  }

  private static Map<BackendId, Interval> speeds(NodeRow node) {
    Map<BackendId, Interval> speeds = new LinkedHashMap<>();
    node.speed()
        .timings()
        .forEach(
            (backend, timing) -> {
              if (timing instanceof Timing.Measured measured) {
                measured.ratio().ifPresent(ratio -> speeds.put(backend, ratio));
              }
            });
    return speeds;
  }
}
