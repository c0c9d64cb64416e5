package dev.graft.compat.report;

import static dev.graft.compat.report.ReportTree.object;

import dev.graft.compat.compare.Advice;
import dev.graft.compat.compare.Difference;
import dev.graft.compat.compare.Explanation;
import dev.graft.compat.compare.Grade;
import dev.graft.compat.corpus.Case;
import dev.graft.compat.subject.Event;
import dev.graft.compat.subject.Failure;
import dev.graft.compat.verdict.CaseResult;
import dev.graft.compat.verdict.Tally;
import dev.graft.compat.verdict.Verdict;
import dev.graft.runtime.backend.ServedBy;
import dev.graft.runtime.hash.Sha256;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The JSON form of one result. A result that passes keeps a hash of its trace, not the trace. */
final class ResultTree {
  private ResultTree() {}

  static Map<String, @Nullable Object> of(Case tried, CaseResult result) {
    Verdict verdict = result.verdict();
    List<String> lines = result.trace().events().stream().map(EventText::of).toList();
    Map<String, @Nullable Object> tree =
        object(
            "case", tried.key(),
            "hash", tried.hash(),
            "backend", result.backend().text(),
            "observed", verdict.observed().name(),
            "overlay", result.overlay().name(),
            "judge", verdict.judge(),
            "grade", verdict.grade().map(Grade::text).orElse(null),
            "signature", verdict.signature().orElse(null),
            "worst_ulp", verdict.worstUlp(),
            "micros", result.trace().nanos() / 1000,
            "limitation", result.limitation().orElse(null),
            "tally", result.tally().map(ResultTree::tally).orElse(null),
            "reason", verdict.reason(),
            "served_by", result.trace().servedBy().map(ResultTree::servedBy).orElse(null),
            "trace_hash", Sha256.of(String.join("\n", lines)));
    if (!result.passed()) {
      tree.put("trace", lines);
      tree.put("failures", failures(result));
    }
    tree.put(
        "diff",
        verdict.differences().stream().map(each -> difference(each, tried, result)).toList());
    tree.put("first_step", verdict.firstStep().orElse(null));
    tree.put("repro", Repro.of(tried));
    return tree;
  }

  private static Map<String, @Nullable Object> tally(Tally tally) {
    return object("failed", tally.failed(), "plays", tally.plays());
  }

  private static Map<String, @Nullable Object> servedBy(ServedBy who) {
    return object(
        "backend", who.backend().text(),
        "implementation", who.implementation(),
        "process", who.process(),
        "code_hash", who.codeHash());
  }

  private static Map<String, @Nullable Object> difference(
      Difference each, Case tried, CaseResult result) {
    Explanation why = Advice.of(each, tried, result.trace().events());
    return object(
        "step", each.step(),
        "path", each.path(),
        "expected", each.expected(),
        "actual", each.actual(),
        "class", each.kind(),
        "grade", each.grade().text(),
        "tolerated", each.tolerated(),
        "detail", each.detail(),
        "cause", why.cause(),
        "fix", why.fix());
  }

  private static List<Map<String, @Nullable Object>> failures(CaseResult result) {
    return result.trace().events().stream()
        .flatMap(event -> failure(event).stream())
        .collect(Collectors.toList());
  }

  private static Optional<Map<String, @Nullable Object>> failure(Event event) {
    if (!(event instanceof Event.Failed failed)) {
      return Optional.empty();
    }
    Failure failure = failed.failure();
    return Optional.of(
        object(
            "step", failed.step(),
            "phase", failure.phase().text(),
            "kind", failure.kind().text(),
            "type", failure.type(),
            "message", failure.message(),
            "traceback", failure.traceback()));
  }
}
