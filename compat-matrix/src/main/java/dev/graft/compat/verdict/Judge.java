package dev.graft.compat.verdict;

import dev.graft.compat.compare.Comparison;
import dev.graft.compat.compare.Grade;
import dev.graft.compat.compare.Signature;
import dev.graft.compat.compare.TraceComparator;
import dev.graft.compat.corpus.Case;
import dev.graft.compat.corpus.Expectation;
import dev.graft.compat.corpus.Expected;
import dev.graft.compat.corpus.Tolerance;
import dev.graft.compat.subject.Event;
import dev.graft.compat.subject.Trace;
import dev.graft.runtime.backend.BackendId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Judges the traces of one case. */
public final class Judge {
  /** The backend that counts where a case says nothing: what users have today comes first. */
  public static final List<BackendId> REFERENCES =
      List.of(BackendId.CPYTHON, BackendId.GRAALPY, BackendId.JAVA);

  private final Case judged;
  private final Map<BackendId, Trace> traces;

  private Judge(Case judged, Map<BackendId, Trace> traces) {
    this.judged = judged;
    this.traces = traces;
  }

  /** The verdicts, by backend. */
  public static Map<BackendId, Verdict> judge(Case judged, Map<BackendId, Trace> traces) {
    Judge judge = new Judge(judged, traces);
    Map<BackendId, Verdict> verdicts = new EnumMap<>(BackendId.class);
    traces.forEach((backend, trace) -> verdicts.put(backend, judge.verdict(trace)));
    return verdicts;
  }

  /** The verdict of one backend alone, for a case that says what must happen. */
  public static Verdict judge(Case judged, BackendId backend, Trace trace) {
    return new Judge(judged, Map.of(backend, trace)).verdict(trace);
  }

  /** The verdict of a comparison. */
  public static Verdict of(Comparison comparison, String judge) {
    if (comparison.passes()) {
      return new Verdict(
          Observed.PASS,
          Optional.of(comparison.grade()),
          judge,
          Optional.empty(),
          comparison.differences(),
          comparison.worstUlp(),
          "");
    }
    String signature = comparison.first().map(Signature::of).orElseThrow();
    return new Verdict(
        Signature.isError(signature) ? Observed.ERROR : Observed.DIFF,
        Optional.empty(),
        judge,
        Optional.of(signature),
        comparison.differences(),
        comparison.worstUlp(),
        "");
  }

  /** The verdict of what a trace has from a step on, judged by what another has there. */
  public static Verdict from(
      int step, Trace trace, Tolerance tolerance, Trace reference, BackendId judge) {
    return of(
        trace,
        () ->
            reference.complete()
                ? of(
                    TraceComparator.compare(
                        TraceComparator.of(from(step, reference)), from(step, trace), tolerance),
                    judge.text())
                : Verdict.without(
                    Observed.NOT_RUN,
                    "nobody",
                    judge + " has no result to judge by: " + reference.reason()));
  }

  private static List<Event> from(int step, Trace trace) {
    return trace.events().stream().filter(event -> event.step() >= step).toList();
  }

  private Verdict verdict(Trace trace) {
    return of(trace, () -> complete(trace));
  }

  private static Verdict of(Trace trace, Supplier<Verdict> complete) {
    return switch (trace.end()) {
      case UNSTEADY ->
          Verdict.without(
              Observed.NONDETERMINISTIC,
              trace.servedBy().map(who -> who.backend().text()).orElse("nobody"),
              trace.reason());
      case CRASH -> Verdict.without(Observed.CRASH, "nobody", trace.reason());
      case TIMEOUT -> Verdict.without(Observed.TIMEOUT, "nobody", trace.reason());
      case UNSUPPORTED -> Verdict.without(Observed.UNSUPPORTED, "nobody", trace.reason());
      case INFRA -> Verdict.without(Observed.INFRA, "nobody", trace.reason());
      case NOT_RUN -> Verdict.without(Observed.NOT_RUN, "nobody", trace.reason());
      case COMPLETE -> complete.get();
    };
  }

  private Verdict complete(Trace trace) {
    if (judged.expect().isPresent()) {
      return switch (judged.expect().get()) {
        case Expectation.Exactly exactly -> of(compare(exactly.events(), trace), "expect");
        case Expectation.AnyOf choice -> anyOf(choice, trace);
      };
    }
    Optional<BackendId> reference =
        REFERENCES.stream()
            .filter(each -> traces.containsKey(each) && isResult(traces.get(each)))
            .findFirst();
    boolean alone = traces.values().stream().filter(Trace::complete).count() < 2;
    if (reference.isEmpty() || alone) {
      return Verdict.without(
          Observed.NOT_RUN, "nobody", "no expectation and no second backend to judge it by");
    }
    Trace first = traces.getOrDefault(reference.get(), trace);
    List<Expected> owed = TraceComparator.of(first.events());
    return of(compare(owed, trace), reference.get().text());
  }

  private static boolean isResult(@Nullable Trace trace) {
    return trace != null && trace.complete();
  }

  private Verdict anyOf(Expectation.AnyOf choice, Trace trace) {
    Optional<Comparison> first = Optional.empty();
    for (List<Expected> alternative : choice.alternatives()) {
      Comparison comparison = compare(alternative, trace);
      if (comparison.passes()) {
        return new Verdict(
            Observed.PASS,
            Optional.of(Grade.ALLOWED),
            "expect",
            Optional.empty(),
            comparison.differences(),
            comparison.worstUlp(),
            "");
      }
      first = first.isPresent() ? first : Optional.of(comparison);
    }
    return first
        .map(comparison -> of(comparison, "expect"))
        .orElse(Verdict.without(Observed.NOT_RUN, "nobody", "the case allows nothing"));
  }

  private Comparison compare(List<Expected> expected, Trace trace) {
    Tolerance tolerance = judged.tolerance();
    return TraceComparator.compare(expected, trace.events(), tolerance);
  }
}
