package dev.graft.compat.report.page;

import dev.graft.compat.corpus.Case;
import dev.graft.compat.corpus.Expectation;
import dev.graft.compat.corpus.Expected;
import dev.graft.compat.report.EventText;
import dev.graft.compat.subject.Event;
import dev.graft.compat.verdict.CaseOutcome;
import dev.graft.compat.verdict.CaseResult;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a case did, step by step, with what had to happen and what happened side by side. The first
 * step that differs is marked; what comes after it says little and is soft.
 */
final class StepTable {
  private static final int MOST = 240;
  private static final int MOST_IF_PASSED = 120;

  private final Html html;
  private final CaseOutcome outcome;
  private final Optional<List<Expected>> expected;
  private final int most;
  private final int first;

  private StepTable(Html html, CaseOutcome outcome) {
    this.html = html;
    this.outcome = outcome;
    this.expected = outcome.tried().expect().map(StepTable::events);
    this.most = outcome.clean() ? MOST_IF_PASSED : MOST;
    this.first =
        outcome.results().values().stream()
            .flatMap(each -> each.verdict().firstStep().stream())
            .min(Integer::compare)
            .orElse(Integer.MAX_VALUE);
  }

  static void write(Html html, CaseOutcome outcome) {
    new StepTable(html, outcome).write();
  }

  private static List<Expected> events(Expectation expectation) {
    return switch (expectation) {
      case Expectation.Exactly exactly -> exactly.events();
      case Expectation.AnyOf choice ->
          choice.alternatives().isEmpty() ? List.of() : choice.alternatives().getFirst();
    };
  }

  private void write() {
    Case tried = outcome.tried();
    List<CaseResult> shown = shown();
    html.wide("Step by step").raw("<table class=t><thead><tr><th scope=col>step");
    html.raw("<th scope=col>does");
    if (expected.isPresent() && !outcome.clean()) {
      html.raw("<th scope=col>must be");
    }
    for (CaseResult result : shown) {
      html.raw("<th scope=col>");
      html.text(outcome.clean() ? outcome.partition() : result.backend().text());
    }
    html.raw("<tbody>");
    if (anythingAt(Event.BEFORE)) {
      row(Event.BEFORE, "open", shown);
    }
    for (int i = 0; i < tried.steps().size(); i++) {
      row(i, EventText.of(tried.steps().get(i)), shown);
    }
    if (anythingAt(tried.steps().size())) {
      row(tried.steps().size(), "close", shown);
    }
    html.raw("</table></div>");
  }

  /** Where all agree and are right, one column is enough. */
  private List<CaseResult> shown() {
    List<CaseResult> ran =
        outcome.results().values().stream()
            .filter(each -> each.trace().complete() || !each.trace().events().isEmpty())
            .toList();
    return outcome.clean() && !ran.isEmpty() ? ran.subList(0, 1) : ran;
  }

  private boolean anythingAt(int step) {
    return expected.stream().flatMap(List::stream).anyMatch(each -> isAt(each, step))
        || outcome.results().values().stream()
            .flatMap(each -> each.trace().events().stream())
            .anyMatch(event -> event.step() == step);
  }

  private void row(int step, String does, List<CaseResult> shown) {
    html.raw(step == first ? "<tr class=first>" : step > first ? "<tr class=after>" : "<tr>");
    html.raw("<th scope=row>").raw(step == Event.BEFORE ? "·" : String.valueOf(step));
    html.raw(step == first ? " <span class=mark>✕ first</span>" : "");
    html.raw("<td>").text(does, most);
    if (expected.isPresent() && !outcome.clean()) {
      html.raw("<td>");
      lines(expected.get().stream().filter(each -> isAt(each, step)).map(EventText::of).toList());
    }
    for (CaseResult result : shown) {
      html.raw(isOff(result, step) ? "<td class=off>" : "<td>");
      lines(
          result.trace().events().stream()
              .filter(event -> event.step() == step)
              .map(EventText::of)
              .toList());
    }
  }

  private void lines(List<String> texts) {
    for (int i = 0; i < texts.size(); i++) {
      html.raw(i == 0 ? "" : "<br>").text(texts.get(i), most);
    }
    html.raw(texts.isEmpty() ? "·" : "");
  }

  private static boolean isOff(CaseResult result, int step) {
    return result.verdict().differences().stream()
        .anyMatch(each -> !each.tolerated() && each.step() == step);
  }

  /** What may come at any step is shown at the first. */
  private static boolean isAt(Expected expected, int step) {
    OptionalInt at = expected.at();
    boolean before =
        expected instanceof Expected.Failed failed
            && switch (failed.phase()) {
              case LOAD, VALIDATE, OPEN -> true;
              case STEP, END, SNAPSHOT, RESTORE, CLOSE -> false;
            };
    return at.orElse(before ? Event.BEFORE : 0) == step;
  }
}
