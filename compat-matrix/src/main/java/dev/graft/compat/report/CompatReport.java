package dev.graft.compat.report;

import dev.graft.compat.changes.Changes;
import dev.graft.compat.changes.History;
import dev.graft.compat.limits.LimitationState;
import dev.graft.compat.verdict.CaseOutcome;
import dev.graft.compat.verdict.CaseResult;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All that a run found.
 *
 * @param started when
 * @param millis how long it took
 * @param whole whether all nodes and cases were run
 * @param corpusHash of the cases that were run
 * @param environment names and values
 * @param backends the columns
 * @param nodes the rows, sorted by id
 * @param limitations what became of each known limitation
 * @param gates what decided the exit code
 * @param exitCode the exit code
 * @param changes since the baseline, if there is one
 * @param history the last runs of each node, this one included
 */
public record CompatReport(
    Instant started,
    long millis,
    boolean whole,
    String corpusHash,
    Map<String, String> environment,
    List<BackendColumn> backends,
    List<NodeRow> nodes,
    List<LimitationState> limitations,
    List<Gate> gates,
    int exitCode,
    Optional<Changes> changes,
    History history) {
  public CompatReport {
    environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
    backends = List.copyOf(backends);
    nodes = List.copyOf(nodes);
    limitations = List.copyOf(limitations);
    gates = List.copyOf(gates);
  }

  /** All outcomes, by node and case. */
  public Stream<CaseOutcome> outcomes() {
    return nodes.stream().flatMap(node -> node.outcomes().stream());
  }

  /** All results. */
  public Stream<CaseResult> results() {
    return outcomes().flatMap(outcome -> outcome.results().values().stream());
  }
}
