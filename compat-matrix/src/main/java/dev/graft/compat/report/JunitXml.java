package dev.graft.compat.report;

import dev.graft.compat.corpus.Case;
import dev.graft.compat.handover.HandOverResult;
import dev.graft.compat.limits.LimitationState;
import dev.graft.compat.verdict.CaseResult;
import dev.graft.compat.verdict.Observed;
import dev.graft.runtime.backend.BackendId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code junit.xml}: a suite for each node and backend. What is known is skipped with its reason.
 */
final class JunitXml {
  private final StringBuilder out = new StringBuilder();
  private final CompatReport report;

  private JunitXml(CompatReport report) {
    this.report = report;
  }

  static String of(CompatReport report) {
    JunitXml xml = new JunitXml(report);
    long failures =
        report.results().filter(JunitXml::isFailure).count()
            + report.handOvers().map(HandOverResult::result).filter(JunitXml::isFailure).count();
    xml.out
        .append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"compat\" tests=\"")
        .append(report.results().count() + report.handOvers().count())
        .append("\" failures=\"")
        .append(failures)
        .append("\">\n");
    for (NodeRow node : report.rows()) {
      for (BackendColumn backend : report.backends()) {
        xml.suite(node, backend);
      }
    }
    return xml.out.append("</testsuites>\n").toString();
  }

  private static boolean isFailure(CaseResult result) {
    return result.unexpected();
  }

  private static boolean isSkipped(CaseResult result) {
    return result.overlay().isExplained()
        || result.verdict().observed() == Observed.NOT_RUN
        || result.verdict().observed() == Observed.UNSUPPORTED;
  }

  private record Test(Case tried, CaseResult result) {}

  /** The cases of a node on a backend, and the states that it took over. */
  private static List<Test> tests(NodeRow node, BackendId backend) {
    return Stream.concat(
            node.outcomes().stream()
                .flatMap(
                    outcome ->
                        Optional.ofNullable(outcome.results().get(backend)).stream()
                            .map(result -> new Test(outcome.tried(), result))),
            node.handOver()
                .results()
                .filter(each -> each.to() == backend)
                .map(each -> new Test(each.tried(), each.result())))
        .toList();
  }

  private void suite(NodeRow node, BackendColumn backend) {
    List<Test> tests = tests(node, backend.id());
    List<CaseResult> results = tests.stream().map(Test::result).toList();
    if (results.isEmpty()) {
      return;
    }
    out.append("  <testsuite name=\"")
        .append(text(node.id() + " on " + backend.id()))
        .append("\" tests=\"")
        .append(results.size())
        .append("\" failures=\"")
        .append(results.stream().filter(JunitXml::isFailure).count())
        .append("\" skipped=\"")
        .append(results.stream().filter(JunitXml::isSkipped).count())
        .append("\">\n");
    tests.forEach(test -> oneCase(node, test.tried(), test.result()));
    out.append("  </testsuite>\n");
  }

  private void oneCase(NodeRow node, Case tried, CaseResult result) {
    out.append("    <testcase classname=\"")
        .append(text(node.id() + "." + result.backend()))
        .append("\" name=\"")
        .append(text(tried.id()))
        .append("\" time=\"")
        .append(String.format(Locale.ROOT, "%.6f", result.trace().nanos() / 1e9))
        .append('"');
    if (isFailure(result)) {
      String message = message(result);
      out.append(">\n      <failure message=\"").append(text(message)).append("\">");
      result.verdict().differences().stream()
          .filter(each -> !each.tolerated())
          .forEach(
              each ->
                  out.append(
                      text(
                          "step %d, %s: expected %s, got %s\n"
                              .formatted(
                                  each.step(),
                                  each.path(),
                                  VisibleText.cut(each.expected(), 300),
                                  VisibleText.cut(each.actual(), 300)))));
      out.append(text(result.verdict().reason() + "\n" + Repro.of(tried)));
      out.append("</failure>\n    </testcase>\n");
    } else if (isSkipped(result)) {
      String why = why(result);
      out.append(">\n      <skipped message=\"")
          .append(text(why))
          .append("\"/>\n    </testcase>\n");
    } else {
      out.append("/>\n");
    }
  }

  private static String message(CaseResult result) {
    String limitation = result.limitation().orElse("");
    return switch (result.overlay()) {
      case NONE, KNOWN, FLAKY -> result.verdict().signature().orElse(result.verdict().reason());
      case FIXED -> "FIXED: it passes, though " + limitation + " says that it fails";
      case CHANGED ->
          "CHANGED: it fails in another way than %s says: %s"
              .formatted(limitation, result.verdict().signature().orElse(""));
    };
  }

  private String why(CaseResult result) {
    if (result.limitation().isEmpty()) {
      return result.verdict().reason();
    }
    String tally = result.tally().map(each -> " (" + each + ")").orElse("");
    return result.overlay() + tally + " " + known(result.limitation().get());
  }

  private String known(String id) {
    return report.limitations().stream()
        .map(LimitationState::limitation)
        .filter(each -> each.id().equals(id))
        .map(each -> "%s: %s. %s".formatted(id, each.title(), each.reason()))
        .findFirst()
        .orElse(id);
  }

  private static String text(String raw) {
    return VisibleText.of(raw)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("\n", "&#10;");
  }
}
