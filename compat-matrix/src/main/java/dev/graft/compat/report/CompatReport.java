package dev.graft.compat.report;

import dev.graft.compat.changes.Changes;
import dev.graft.compat.changes.History;
import dev.graft.compat.changes.SpeedLoss;
import dev.graft.compat.handover.HandOverResult;
import dev.graft.compat.limits.LimitationState;
import dev.graft.compat.verdict.CaseOutcome;
import dev.graft.compat.verdict.CaseResult;
import dev.graft.descriptor.Language;
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
 * @param scope how much of all that there is it saw
 * @param corpusHash of the cases that were run
 * @param environment names and values
 * @param backends the columns
 * @param nodes the rows, sorted by id
 * @param bridge the bridge's own row, if it was run
 * @param limitations what became of each known limitation
 * @param gates what decided the exit code
 * @param exitCode the exit code
 * @param changes since the baseline, if there is one
 * @param losses the nodes that lost much of their speed
 * @param history the last runs of each node, this one included
 */
public record CompatReport(
    Instant started,
    long millis,
    RunScope scope,
    String corpusHash,
    Map<String, String> environment,
    List<BackendColumn> backends,
    List<NodeRow> nodes,
    Optional<NodeRow> bridge,
    List<LimitationState> limitations,
    List<Gate> gates,
    int exitCode,
    Optional<Changes> changes,
    List<SpeedLoss> losses,
    History history) {
  public CompatReport {
    environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
    backends = List.copyOf(backends);
    nodes = List.copyOf(nodes);
    limitations = List.copyOf(limitations);
    gates = List.copyOf(gates);
    losses = List.copyOf(losses);
  }

  /** All outcomes, by node and case, those of the bridge last. */
  public Stream<CaseOutcome> outcomes() {
    return rows().stream().flatMap(row -> row.outcomes().stream());
  }

  /** The rows of all nodes, then that of the bridge. */
  public List<NodeRow> rows() {
    return Stream.concat(nodes.stream(), bridge.stream()).toList();
  }

  /** The backends that values must cross a bridge to. */
  public List<BackendColumn> bridges() {
    return backends.stream().filter(each -> each.id().language() == Language.PYTHON).toList();
  }

  /** All results of moving state. */
  public Stream<HandOverResult> handOvers() {
    return nodes.stream().flatMap(node -> node.handOver().results());
  }

  /** All results. */
  public Stream<CaseResult> results() {
    return outcomes().flatMap(outcome -> outcome.results().values().stream());
  }
}
