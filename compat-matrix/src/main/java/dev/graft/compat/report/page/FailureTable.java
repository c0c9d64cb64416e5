package dev.graft.compat.report.page;

import dev.graft.compat.corpus.Expectation;
import dev.graft.compat.corpus.Expected;
import dev.graft.compat.subject.Event;
import dev.graft.compat.subject.Failure;
import dev.graft.compat.verdict.CaseOutcome;
import dev.graft.compat.verdict.CaseResult;
import dev.graft.params.Violation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * How a case failed on each backend, layer by layer: the upper layers decide whether two failures
 * are the same, the lower ones are for people.
 */
final class FailureTable {
  private static final int MOST = 400;
  private static final int MOST_TRACE = 4000;
  private static final String NONE = "no error";

  private record Column(String name, String phase, String kind, String rules, String item) {}

  private final Html html;
  private final List<Column> columns;
  private final Map<String, Failure> failures;

  private FailureTable(Html html, List<Column> columns, Map<String, Failure> failures) {
    this.html = html;
    this.columns = columns;
    this.failures = failures;
  }

  /** Writes the first failure of each backend, if any failed. */
  static void write(Html html, CaseOutcome outcome) {
    Map<String, Failure> failures = new LinkedHashMap<>();
    for (CaseResult result : outcome.results().values()) {
      first(result).ifPresent(failure -> failures.put(result.backend().text(), failure));
    }
    if (failures.isEmpty()) {
      return;
    }
    List<Column> columns = new ArrayList<>();
    outcome.tried().expect().flatMap(FailureTable::expected).ifPresent(columns::add);
    for (CaseResult result : outcome.results().values()) {
      String name = result.backend().text();
      columns.add(
          first(result)
              .map(failure -> column(name, failure))
              .orElse(new Column(name, NONE, "", "", "")));
    }
    new FailureTable(html, columns, failures).write(outcome.clean());
  }

  private static Optional<Failure> first(CaseResult result) {
    return result.trace().events().stream()
        .filter(Event.Failed.class::isInstance)
        .map(event -> ((Event.Failed) event).failure())
        .findFirst();
  }

  private static Optional<Column> expected(Expectation expectation) {
    return expectation instanceof Expectation.Exactly exactly
        ? exactly.events().stream()
            .filter(Expected.Failed.class::isInstance)
            .map(event -> column((Expected.Failed) event))
            .findFirst()
        : Optional.empty();
  }

  private static Column column(Expected.Failed failed) {
    return new Column(
        "must be",
        failed.phase().text(),
        failed.kind().text(),
        failed.violations().map(FailureTable::rules).orElse("any"),
        failed.index().isPresent() ? item(failed.index()) : "any");
  }

  private static Column column(String name, Failure failure) {
    return new Column(
        name,
        failure.phase().text(),
        failure.kind().text(),
        rules(failure.violations()),
        item(failure.index()));
  }

  private static String rules(List<Violation> violations) {
    return String.join(
        ", ", violations.stream().map(rule -> rule.code() + " at " + rule.path()).toList());
  }

  private static String item(OptionalLong index) {
    return index.isPresent() ? String.valueOf(index.getAsLong()) : "";
  }

  private void write(boolean clean) {
    html.raw("<h3>How it failed</h3>").wide("How it failed").raw("<table class=t><thead><tr>");
    html.raw("<th scope=col>layer");
    columns.forEach(column -> html.raw("<th scope=col>").text(column.name()));
    html.raw("<tbody>");
    layer("phase", Column::phase, clean);
    layer("kind", Column::kind, clean);
    layer("broken rules", Column::rules, clean);
    layer("item", Column::item, clean);
    advisory("type", Failure::type, MOST);
    advisory("message", Failure::message, MOST);
    html.raw("</table></div>");
    failures.forEach(
        (backend, failure) -> {
          if (!failure.traceback().isEmpty()) {
            html.raw("<details class=trace><summary>Traceback on ").text(backend);
            html.raw("</summary><pre tabindex=0>").text(failure.traceback(), MOST_TRACE);
            html.raw("</pre></details>");
          }
        });
  }

  /** A layer that decides. What is not as it must be is marked. */
  private void layer(String name, Function<Column, String> part, boolean clean) {
    List<String> texts = columns.stream().map(part).toList();
    if (texts.stream().allMatch(text -> text.isEmpty() || text.equals("any"))) {
      return;
    }
    html.raw("<tr><th scope=row>").raw(name);
    String owed = texts.getFirst();
    for (String text : texts) {
      boolean off = !clean && !text.equals(owed) && !owed.equals("any");
      html.raw(off ? "<td class=off>" : "<td>").text(text.isEmpty() ? "·" : text);
    }
  }

  private void advisory(String name, Function<Failure, String> part, int most) {
    html.raw("<tr class=soft><th scope=row>").raw(name).raw(", for people");
    for (Column column : columns) {
      html.raw("<td>");
      Failure failure = failures.get(column.name());
      html.text(failure == null ? "·" : part.apply(failure), most);
    }
  }
}
