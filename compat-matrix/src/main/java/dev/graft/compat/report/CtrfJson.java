package dev.graft.compat.report;

import static dev.graft.compat.report.ReportTree.object;

import dev.graft.compat.corpus.Case;
import dev.graft.compat.handover.HandOverResult;
import dev.graft.compat.verdict.CaseOutcome;
import dev.graft.compat.verdict.CaseResult;
import dev.graft.compat.verdict.Overlay;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code ctrf.json}: the results in the <a href="https://ctrf.io">Common Test Report Format</a>. It
 * has no word for what is known to differ; that is {@code other} here, because it was tried, and
 * {@code skipped} is what was not.
 */
final class CtrfJson {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private static final String SPEC = "0.1.0";

  private final CompatReport report;
  private final Map<String, Integer> counts = new LinkedHashMap<>();
  private final List<Map<String, @Nullable Object>> tests = new ArrayList<>();
  private int flaky;

  private CtrfJson(CompatReport report) {
    this.report = report;
    List.of("passed", "failed", "skipped", "pending", "other").forEach(each -> counts.put(each, 0));
  }

  static String of(CompatReport report) {
    return JSON.writeValueAsString(new CtrfJson(report).tree()) + "\n";
  }

  private Map<String, @Nullable Object> tree() {
    for (NodeRow node : report.rows()) {
      for (CaseOutcome outcome : node.outcomes()) {
        outcome.results().values().forEach(result -> add(outcome.tried(), result));
      }
      handOvers(node).forEach(each -> add(each.tried(), each.result()));
    }
    return object(
        "reportFormat",
        "CTRF",
        "specVersion",
        SPEC,
        "timestamp",
        report.started().toString(),
        "generatedBy",
        "graft matrix",
        "results",
        object("tool", object("name", "graft matrix"), "summary", summary(), "tests", tests));
  }

  private static Stream<HandOverResult> handOvers(NodeRow node) {
    return node.handOver().results();
  }

  private Map<String, @Nullable Object> summary() {
    long start = report.started().toEpochMilli();
    Map<String, @Nullable Object> summary = new LinkedHashMap<>();
    summary.put("tests", tests.size());
    summary.putAll(counts);
    summary.put("flaky", flaky);
    summary.put("start", start);
    summary.put("stop", start + report.millis());
    summary.put("duration", report.millis());
    return summary;
  }

  private void add(Case tried, CaseResult result) {
    String status = status(result);
    counts.merge(status, 1, Integer::sum);
    Map<String, @Nullable Object> test =
        object(
            "name",
            tried.id() + " on " + result.backend(),
            "status",
            status,
            "duration",
            result.trace().nanos() / 1_000_000,
            "suite",
            List.of(tried.node(), result.backend().text()),
            "rawStatus",
            result.word(),
            "tags",
            tried.tags());
    if (!status.equals("passed")) {
      test.put("message", message(result));
      test.put("snippet", Repro.of(tried));
    }
    if (result.overlay() == Overlay.FLAKY) {
      flaky++;
      test.put("flaky", true);
      result.tally().ifPresent(tally -> test.put("retries", tally.plays() - 1));
    }
    tests.add(test);
  }

  private static String status(CaseResult result) {
    if (result.unexpected()) {
      return "failed";
    } else if (result.overlay().isExplained()) {
      return "other";
    }
    return result.passed() ? "passed" : "skipped";
  }

  private static String message(CaseResult result) {
    String what = result.verdict().signature().orElse(result.word());
    String limitation = result.limitation().map(id -> " (" + id + ")").orElse("");
    String reason = result.verdict().reason();
    return VisibleText.of(what + limitation + (reason.isEmpty() ? "" : ": " + reason));
  }
}
