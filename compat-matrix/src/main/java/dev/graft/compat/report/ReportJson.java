package dev.graft.compat.report;

import static dev.graft.compat.report.ReportTree.object;

import dev.graft.compat.changes.ChangesTree;
import dev.graft.compat.changes.RecordedRun;
import dev.graft.compat.corpus.Case;
import dev.graft.compat.limits.LimitationState;
import dev.graft.compat.verdict.CaseOutcome;
import dev.graft.descriptor.Language;
import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.hash.Sha256;
import dev.graft.runtime.limits.Glob;
import dev.graft.runtime.limits.Limitation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code report.json}: all of a run, after the published schema {@code report-1.schema.json}. */
final class ReportJson {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private static final int ID = 12;

  private ReportJson() {}

  static String of(CompatReport report) {
    return JSON.writeValueAsString(tree(report)) + "\n";
  }

  private static Map<String, @Nullable Object> tree(CompatReport report) {
    Map<String, @Nullable Object> tree = allButChanges(report);
    report.changes().ifPresent(changes -> tree.put("diff_from", ChangesTree.of(changes)));
    return tree;
  }

  private static Map<String, @Nullable Object> allButChanges(CompatReport report) {
    return object(
        "schema", "compat-report-1",
        "run", run(report),
        "headline", Headline.of(report),
        "env", report.environment(),
        "backends", report.backends().stream().map(ReportJson::backend).toList(),
        "nodes", report.nodes().stream().map(node -> node(node, report)).toList(),
        "bridge", BridgeRow.of(report).stream().map(row -> bridge(row, report)).toList(),
        "cases", report.outcomes().map(ReportJson::oneCase).toList(),
        "results",
            report
                .outcomes()
                .flatMap(
                    outcome ->
                        outcome.results().values().stream()
                            .map(result -> ResultTree.of(outcome.tried(), result)))
                .toList(),
        "limitations", report.limitations().stream().map(ReportJson::limitation).toList(),
        "gates",
            report.gates().stream()
                .map(
                    gate ->
                        object(
                            "id",
                            gate.id(),
                            "ok",
                            gate.ok(),
                            "count",
                            gate.count(),
                            "exit",
                            gate.exitCode(),
                            "text",
                            gate.text()))
                .toList());
  }

  private static Map<String, @Nullable Object> run(CompatReport report) {
    return object(
        "id", Sha256.of(report.started() + " " + report.corpusHash()).substring(0, ID),
        "started", report.started().toString(),
        "comparator", RecordedRun.COMPARATOR,
        "millis", report.millis(),
        "complete", report.scope().complete(),
        "whole", report.scope().whole(),
        "shard", report.scope().shard().orElse(null),
        "reused", report.scope().reused(),
        "missing", report.scope().missing(),
        "exit", report.exitCode(),
        "corpus", object("hash", report.corpusHash(), "cases", report.outcomes().count()));
  }

  private static Map<String, @Nullable Object> backend(BackendColumn backend) {
    return object(
        "id", backend.id().text(),
        "available", backend.available(),
        "implementation", backend.implementation(),
        "facts",
            backend.facts().stream()
                .map(
                    fact ->
                        object(
                            "name", fact.name(),
                            "good", fact.good(),
                            "value", fact.value(),
                            "advice", fact.advice()))
                .toList());
  }

  private static Map<String, @Nullable Object> node(NodeRow node, CompatReport report) {
    Map<String, @Nullable Object> cells = new LinkedHashMap<>();
    for (BackendColumn backend : report.backends()) {
      cells.put(backend.id().text(), CellTree.of(node, backend.id()));
    }
    List<String> tried =
        node.entry().contract().params().stream()
            .map(param -> param.name())
            .filter(name -> !node.untriedParams().contains(name))
            .toList();
    return object(
        "id", node.id(),
        "version", node.entry().contract().version(),
        "summary", node.entry().contract().summary(),
        "purity", node.entry().contract().purity().text(),
        "state", node.entry().contract().state().scope().text(),
        "impl",
            object(
                "java",
                node.entry().java().map(n -> n.descriptor().implementation().symbol()).orElse(null),
                "python",
                node.entry()
                    .python()
                    .map(n -> n.descriptor().implementation().symbol())
                    .orElse(null)),
        "code",
            object(
                "java", node.codeHash(Language.JAVA).orElse(null),
                "python", node.codeHash(Language.PYTHON).orElse(null)),
        "stage", node.stage().text(),
        "safe_to_switch", node.switchTo(BackendId.JAVA).safe(),
        "switch", switches(node),
        "made_up", madeUp(node),
        "in_use", UsageTree.of(node.inUse()),
        "hand_over", HandOverTree.of(node.handOver()),
        "steady", node.isSteady(),
        "bench", SpeedTree.of(node.speed()),
        "coverage",
            object(
                "params",
                tried,
                "untried_params",
                node.untriedParams(),
                "choices",
                node.health().choices().stream().map(Health.Choice::toString).toList(),
                "made_up",
                node.health().made(),
                "refused",
                node.health().refused()),
        "cells", cells);
  }

  private static Map<String, @Nullable Object> switches(NodeRow node) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    for (BackendId backend : BackendId.values()) {
      if (backend != BackendId.CPYTHON) {
        SwitchVerdict verdict = node.switchTo(backend);
        all.put(
            backend.text(),
            object(
                "verified", verdict.verified(),
                "safe", verdict.safe(),
                "blockers", verdict.blockers()));
      }
    }
    return all;
  }

  private static Map<String, @Nullable Object> madeUp(NodeRow node) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    node.evidence().madeUp().forEach((backend, count) -> all.put(backend.text(), count));
    return all;
  }

  private static Map<String, @Nullable Object> bridge(BridgeRow row, CompatReport report) {
    Map<String, @Nullable Object> in = new LinkedHashMap<>();
    Map<String, @Nullable Object> out = new LinkedHashMap<>();
    for (BackendColumn backend : report.bridges()) {
      in.put(backend.id().text(), row.in(backend.id()).word());
      out.put(backend.id().text(), row.out(backend.id()).word());
    }
    return object("type", row.type(), "in", in, "out", out);
  }

  private static Map<String, @Nullable Object> oneCase(CaseOutcome outcome) {
    Case tried = outcome.tried();
    return object(
        "id", tried.key(),
        "hash", tried.hash(),
        "node", tried.node(),
        "title", tried.title(),
        "level", tried.level().text(),
        "origin", tried.origin(),
        "tags", tried.tags(),
        "partition", outcome.partition(),
        "steps", tried.steps().stream().map(EventText::of).toList());
  }

  private static Map<String, @Nullable Object> limitation(LimitationState state) {
    return object(
        "id", state.limitation().id(),
        "title", state.limitation().title(),
        "kind", state.limitation().kind(),
        "issue", state.limitation().issue(),
        "backends", backends(state.limitation()),
        "cases", state.limitation().cases().stream().map(Glob::text).toList(),
        "signature", state.limitation().signature().text(),
        "reason", state.limitation().reason(),
        "workaround", state.limitation().workaround(),
        "since", state.limitation().since().toString(),
        "review", state.limitation().review().toString(),
        "status", state.status().name(),
        "known", state.known(),
        "changed", state.changed(),
        "fixed", state.fixed());
  }

  private static Map<String, String> backends(Limitation limitation) {
    Map<String, String> backends = new LinkedHashMap<>();
    limitation.backends().forEach((id, range) -> backends.put(id.text(), range.text()));
    return backends;
  }
}
