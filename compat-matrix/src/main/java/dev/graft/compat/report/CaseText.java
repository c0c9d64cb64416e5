package dev.graft.compat.report;

import dev.graft.compat.compare.Advice;
import dev.graft.compat.compare.Difference;
import dev.graft.compat.compare.Explanation;
import dev.graft.compat.corpus.Case;
import dev.graft.compat.corpus.Expectation;
import dev.graft.compat.corpus.Expected;
import dev.graft.compat.subject.Event;
import dev.graft.compat.subject.ValueText;
import dev.graft.compat.verdict.CaseOutcome;
import dev.graft.compat.verdict.CaseResult;
import dev.graft.compat.verdict.Overlay;
import dev.graft.compat.verdict.Verdict;
import dev.graft.runtime.backend.BackendId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/** A case on one backend as plain lines: what went in, what had to happen, what did, and why. */
public final class CaseText {
  private static final int MOST = 240;
  private static final int MOST_TRACEBACK = 1500;

  /** A contract is declared at one place: all that is wrong with it is mended at once. */
  private static final int MOST_PLACES = 12;

  private final CaseOutcome outcome;
  private final CaseResult result;
  private final List<String> lines = new ArrayList<>();

  private CaseText(CaseOutcome outcome, CaseResult result) {
    this.outcome = outcome;
    this.result = result;
  }

  /** The text, in several lines. */
  public static String of(CaseOutcome outcome, CaseResult result) {
    CaseText text = new CaseText(outcome, result);
    text.head();
    text.steps();
    text.difference();
    return String.join("\n", text.lines);
  }

  private void head() {
    Case tried = outcome.tried();
    Verdict verdict = result.verdict();
    String what = verdict.signature().orElseGet(() -> verdict.observed().name());
    String overlay =
        result.overlay() == Overlay.NONE
            ? ""
            : " (" + result.overlay() + result.limitation().map(id -> ", " + id).orElse("") + ")";
    add("%s on %s: %s%s".formatted(tried.key(), result.backend(), what, overlay));
    add(tried.title() + ". Agreement: " + outcome.partition() + ".");
    if (!verdict.reason().isEmpty()) {
      add(verdict.reason());
    }
    if (!tried.params().isEmpty()) {
      add("params " + ValueText.of(tried.params()));
    }
  }

  private void steps() {
    List<Event> seen = result.trace().events();
    Optional<IntFunction<List<String>>> wanted = wanted();
    for (int i = Event.BEFORE; i <= outcome.tried().steps().size(); i++) {
      int step = i;
      List<String> must = wanted.map(events -> events.apply(step)).orElse(List.of());
      List<String> did =
          seen.stream().filter(event -> event.step() == step).map(EventText::of).toList();
      boolean isStep = step >= 0 && step < outcome.tried().steps().size();
      if (isStep || !must.isEmpty() || !did.isEmpty()) {
        add(
            isStep
                ? "step %d  %s".formatted(step, EventText.of(outcome.tried().steps().get(step)))
                : step < 0 ? "open" : "close");
        must.forEach(event -> add("    must be  " + event));
        did.forEach(event -> add("    was      " + event));
      }
    }
  }

  /** What judged it: the case itself, or the trace of another backend. */
  private Optional<IntFunction<List<String>>> wanted() {
    Optional<List<Expected>> expected =
        outcome
            .tried()
            .expect()
            .map(
                expectation ->
                    switch (expectation) {
                      case Expectation.Exactly exactly -> exactly.events();
                      case Expectation.AnyOf choice ->
                          choice.alternatives().stream().findFirst().orElse(List.of());
                    });
    if (expected.isPresent()) {
      return Optional.of(
          step ->
              expected.get().stream()
                  .filter(event -> event.at().orElse(first(event)) == step)
                  .map(EventText::of)
                  .toList());
    }
    return BackendId.of(result.verdict().judge())
        .flatMap(judge -> Optional.ofNullable(outcome.results().get(judge)))
        .map(
            judge ->
                step ->
                    judge.trace().events().stream()
                        .filter(event -> event.step() == step)
                        .map(EventText::of)
                        .toList());
  }

  /** What may come at any step is shown at the first at which it can. */
  private static int first(Expected event) {
    boolean before =
        event instanceof Expected.Failed failed
            && switch (failed.phase()) {
              case LOAD, VALIDATE, OPEN -> true;
              case STEP, END, SNAPSHOT, RESTORE, CLOSE -> false;
            };
    return before ? Event.BEFORE : 0;
  }

  private void difference() {
    List<Difference> all =
        result.verdict().differences().stream().filter(each -> !each.tolerated()).toList();
    if (all.isEmpty()) {
      return;
    }
    Difference first = all.getFirst();
    boolean contract = first.kind().startsWith("contract/");
    add(told(contract || first.step() >= 0 ? "first difference at" : "first difference", first));
    if (contract) {
      all.stream().skip(1).limit(MOST_PLACES).forEach(each -> add(told("and", each)));
    }
    Explanation why = Advice.of(first, outcome.tried(), result.trace().events());
    add("likely cause: " + why.cause());
    add("usual fix: " + why.fix());
    failure(first.step());
  }

  private static String told(String which, Difference each) {
    return "%s %s: expected %s, got %s"
        .formatted(
            which,
            each.where(),
            VisibleText.cut(each.expected(), MOST),
            VisibleText.cut(each.actual(), MOST));
  }

  /** What the node itself said there: in most failures nothing tells more. */
  private void failure(int step) {
    result.trace().events().stream()
        .filter(event -> event instanceof Event.Failed && event.step() == step)
        .map(event -> ((Event.Failed) event).failure())
        .findFirst()
        .ifPresent(
            failure -> {
              add("it said: %s: %s".formatted(failure.type(), failure.message()));
              VisibleText.cut(failure.traceback().strip(), MOST_TRACEBACK)
                  .lines()
                  .forEach(line -> add("    " + line));
            });
  }

  private void add(String line) {
    lines.add(VisibleText.of(VisibleText.cut(line, 2 * MOST + 100)));
  }
}
