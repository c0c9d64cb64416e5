package dev.graft.compat.run;

import dev.graft.compat.changes.Change;
import dev.graft.compat.changes.Changes;
import dev.graft.compat.changes.SpeedLoss;
import dev.graft.compat.corpus.Level;
import dev.graft.compat.handover.HandOverResult;
import dev.graft.compat.limits.LimitationState;
import dev.graft.compat.report.BackendColumn;
import dev.graft.compat.report.Coverage;
import dev.graft.compat.report.Gate;
import dev.graft.compat.report.NodeRow;
import dev.graft.compat.verdict.CaseOutcome;
import dev.graft.compat.verdict.CaseResult;
import dev.graft.compat.verdict.Observed;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What a run must satisfy, and the exit code that follows. */
final class Gates {
  private Gates() {}

  static List<Gate> of(
      List<NodeRow> nodes,
      List<BackendColumn> backends,
      List<LimitationState> limitations,
      boolean coverage,
      long missing) {
    List<CaseOutcome> required =
        nodes.stream()
            .flatMap(node -> node.outcomes().stream())
            .filter(outcome -> outcome.tried().level() == Level.REQUIRED)
            .toList();
    List<CaseResult> results =
        Stream.concat(
                required.stream().flatMap(outcome -> outcome.results().values().stream()),
                handOvers(nodes))
            .toList();
    long unstarted = backends.stream().filter(backend -> !backend.available()).count();
    return List.of(
        new Gate("backends", (int) unstarted, ExitCode.BACKEND, "a backend that did not start"),
        new Gate(
            "served-by",
            observed(nodes, Observed.INFRA),
            ExitCode.BACKEND,
            "a result that nobody can vouch for"),
        new Gate(
            "unexpected",
            count(results, each -> Gates.failed(each) && !Gates.unsteady(each)),
            ExitCode.UNEXPECTED,
            "an unexpected result"),
        new Gate(
            "limitations",
            (int) limitations.stream().filter(LimitationState::mustBeEdited).count(),
            ExitCode.LIMITATIONS,
            "a known limitation to edit"),
        new Gate(
            "nondeterminism",
            count(results, each -> Gates.failed(each) && Gates.unsteady(each)),
            ExitCode.NONDETERMINISM,
            "a result that a second instance did not repeat"),
        new Gate(
            Coverage.GATE,
            coverage ? nodes.stream().mapToInt(Coverage::missing).sum() : 0,
            ExitCode.COVERAGE,
            "a node or parameter without a case"),
        new Gate("complete", (int) missing, ExitCode.INCOMPLETE, "a result that is missing"));
  }

  /** Nothing may fail that did not fail before. */
  static Gate regressions(Changes changes) {
    return new Gate(
        "regressions",
        changes.count(Change.Kind.REGRESSED),
        ExitCode.REGRESSED,
        "a result that got worse than before");
  }

  /** No node may lose much of its speed twice. */
  static Gate performance(List<SpeedLoss> losses) {
    return new Gate(
        "performance",
        (int) losses.stream().filter(SpeedLoss::again).count(),
        ExitCode.SLOWER,
        "a node that is much slower than before, twice");
  }

  /** What makes the results worthless comes first; then the lowest code. */
  static int exitCode(List<Gate> gates) {
    if (gates.stream().anyMatch(gate -> !gate.ok() && gate.exitCode() == ExitCode.BACKEND)) {
      return ExitCode.BACKEND;
    }
    return gates.stream()
        .filter(gate -> !gate.ok())
        .mapToInt(Gate::exitCode)
        .min()
        .orElse(ExitCode.OK);
  }

  private static boolean failed(CaseResult result) {
    return result.verdict().observed().failed() && !result.overlay().isExplained();
  }

  private static boolean unsteady(CaseResult result) {
    return result.verdict().observed() == Observed.NONDETERMINISTIC;
  }

  private static int observed(List<NodeRow> nodes, Observed observed) {
    return count(
        Stream.concat(
                nodes.stream()
                    .flatMap(node -> node.outcomes().stream())
                    .flatMap(outcome -> outcome.results().values().stream()),
                handOvers(nodes))
            .toList(),
        each -> each.verdict().observed() == observed);
  }

  private static Stream<CaseResult> handOvers(List<NodeRow> nodes) {
    return nodes.stream().flatMap(node -> node.handOver().results()).map(HandOverResult::result);
  }

  private static int count(List<CaseResult> results, Predicate<CaseResult> condition) {
    return (int) results.stream().filter(condition).count();
  }
}
