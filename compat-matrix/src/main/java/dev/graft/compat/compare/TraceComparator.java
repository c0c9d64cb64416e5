package dev.graft.compat.compare;

import dev.graft.compat.corpus.Expected;
import dev.graft.compat.corpus.Tolerance;
import dev.graft.compat.subject.Event;
import dev.graft.compat.subject.Failure;
import dev.graft.compat.subject.ValueText;
import dev.graft.params.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Compares what happened with what must happen, event by event. It stops where the two fall out of
 * step: what comes after that says nothing.
 */
public final class TraceComparator {
  private final List<Expected> expected;
  private final List<Event> actual = new ArrayList<>();
  private final Tolerance tolerance;
  private final List<Difference> differences = new ArrayList<>();
  private long worstUlp;
  private int next;

  private TraceComparator(List<Expected> expected, List<Event> events, Tolerance tolerance) {
    this.expected = expected;
    this.tolerance = tolerance;
    for (Event event : events) {
      if (event instanceof Event.Changed changed) {
        changed(changed);
      } else {
        actual.add(event);
      }
    }
  }

  /** The comparison. */
  public static Comparison compare(
      List<Expected> expected, List<Event> actual, Tolerance tolerance) {
    TraceComparator comparator = new TraceComparator(expected, actual, tolerance);
    comparator.run();
    return new Comparison(comparator.differences, comparator.worstUlp);
  }

  /** What a trace makes others owe: the same, at the same steps. */
  public static List<Expected> of(List<Event> trace) {
    List<Expected> all = new ArrayList<>();
    for (Event event : trace) {
      OptionalInt at = OptionalInt.of(event.step());
      switch (event) {
        case Event.Out out -> all.add(new Expected.Out(at, out.value()));
        case Event.State state -> all.add(new Expected.State(at, state.value()));
        case Event.End _ -> all.add(new Expected.End(at));
        case Event.Failed(int _, Failure failure) ->
            all.add(
                new Expected.Failed(
                    at,
                    failure.phase(),
                    failure.kind(),
                    failure.index(),
                    Optional.of(failure.violations())));
        case Event.Changed _ -> {}
      }
    }
    return all;
  }

  private void run() {
    for (Expected wanted : expected) {
      skipUnlessWanted(wanted);
      if (next >= actual.size()) {
        missing(wanted, Optional.empty());
        return;
      }
      Event seen = actual.get(next++);
      if (!pair(wanted, seen)) {
        return;
      }
    }
    for (Event rest : actual.subList(next, actual.size())) {
      if (rest instanceof Event.Out out) {
        add(out.step(), "out", "nothing", ValueText.of(out.value()), "stream/extra-output");
        return;
      } else if (rest instanceof Event.Failed failed) {
        unexpectedly(failed);
        return;
      }
    }
  }

  /** Ends and states need not be written down by those who do not care for them. */
  private void skipUnlessWanted(Expected wanted) {
    while (next < actual.size()) {
      boolean idle =
          switch (actual.get(next)) {
            case Event.End _ -> !(wanted instanceof Expected.End);
            case Event.State _ -> !(wanted instanceof Expected.State);
            default -> false;
          };
      if (!idle) {
        return;
      }
      next++;
    }
  }

  /** Whether the comparison can go on. */
  private boolean pair(Expected wanted, Event seen) {
    if (wanted instanceof Expected.Out a && seen instanceof Event.Out b) {
      return outputs(a, b);
    } else if (wanted instanceof Expected.State a && seen instanceof Event.State b) {
      return values("state", a.value(), b.value(), b.step());
    } else if (wanted instanceof Expected.End a && seen instanceof Event.End b) {
      return position(a.at(), b);
    } else if (wanted instanceof Expected.Failed a && seen instanceof Event.Failed b) {
      return failures(a, b);
    } else if (wanted instanceof Expected.Failed) {
      missing(wanted, Optional.of(seen));
    } else if (seen instanceof Event.Failed failed) {
      unexpectedly(failed);
    } else if (seen instanceof Event.Out out && !(wanted instanceof Expected.Out)) {
      add(out.step(), "out", "nothing", ValueText.of(out.value()), "stream/extra-output");
    } else {
      missing(wanted, Optional.of(seen));
    }
    return false;
  }

  /** At another step the same output came late or early; another one is too many or too few. */
  private boolean outputs(Expected.Out wanted, Event.Out seen) {
    int at = wanted.at().orElse(seen.step());
    Object a = wanted.value();
    Object b = seen.value();
    if (at == seen.step()) {
      return values("out", a, b, at);
    } else if (ValueComparator.compare("out", a, b, tolerance).passes()) {
      return position(wanted.at(), seen);
    } else if (seen.step() < at) {
      add(seen.step(), "out", "nothing", ValueText.of(b), "stream/extra-output");
    } else {
      add(at, "out", ValueText.of(a), "nothing", "stream/missing-output");
    }
    return false;
  }

  private boolean position(OptionalInt at, Event seen) {
    if (at.isPresent() && at.getAsInt() != seen.step()) {
      String kind = seen.step() > at.getAsInt() ? "stream/late-output" : "stream/early-output";
      add(
          Math.min(at.getAsInt(), seen.step()),
          "out",
          "at step " + at.getAsInt(),
          "at step " + seen.step(),
          kind);
      return false;
    }
    return true;
  }

  private boolean values(String root, @Nullable Object a, @Nullable Object b, int step) {
    Comparison comparison = ValueComparator.compare(root, a, b, tolerance);
    comparison.differences().forEach(each -> differences.add(each.atStep(step)));
    worstUlp = Math.max(worstUlp, comparison.worstUlp());
    return true;
  }

  private boolean failures(Expected.Failed wanted, Event.Failed seen) {
    Failure failure = seen.failure();
    int step = seen.step();
    int at = wanted.at().orElse(step);
    if (at != step && at != Event.BEFORE && step != Event.BEFORE) {
      // Two failures of different items have nothing to do with each other.
      if (step < at) {
        unexpectedly(seen);
      } else {
        missing(wanted, Optional.empty());
      }
      return false;
    }
    if (wanted.phase() != failure.phase()) {
      String a = wanted.phase().text();
      String b = failure.phase().text();
      add(step, "error.phase", a, b, "error/phase/" + a + "-vs-" + b);
    } else if (!wanted.kind().equals(failure.kind())) {
      String a = wanted.kind().text();
      String b = failure.kind().text();
      add(step, "error.kind", a, b, "error/kind/" + a + "-vs-" + b);
    } else if (wanted.index().isPresent() && !wanted.index().equals(failure.index())) {
      String a = String.valueOf(wanted.index().getAsLong());
      add(step, "error.index", a, String.valueOf(failure.index()), "error/position");
    } else if (wanted.violations().isPresent()) {
      violations(step, wanted.violations().get(), failure.violations());
    }
    return position(wanted.at(), seen);
  }

  private void violations(int step, List<Violation> wanted, List<Violation> seen) {
    List<String> a = wanted.stream().map(v -> v.code() + " at " + v.path()).toList();
    List<String> b = seen.stream().map(v -> v.code() + " at " + v.path()).toList();
    if (!a.equals(b)) {
      String left = String.join(", ", a);
      add(step, "error.violations", left, String.join(", ", b), "error/violations");
    }
  }

  private void missing(Expected wanted, Optional<Event> instead) {
    int step = wanted.at().orElse(instead.map(Event::step).orElse(Event.BEFORE));
    String seen = instead.map(TraceComparator::brief).orElse("nothing");
    switch (wanted) {
      case Expected.Out out ->
          add(step, "out", ValueText.of(out.value()), seen, "stream/missing-output");
      case Expected.State _ -> add(step, "state", "a snapshot", seen, "stream/missing-state");
      case Expected.End _ -> add(step, "end", "the end", seen, "stream/missing-end");
      case Expected.Failed failed ->
          add(
              step,
              "error",
              "the error " + failed.kind().text(),
              seen,
              "error/not-raised/" + failed.kind().text());
    }
  }

  private void unexpectedly(Event.Failed failed) {
    String kind = failed.failure().kind().text();
    String seen = "the error " + kind + ": " + failed.failure().message();
    add(failed.step(), "error", "no error", seen, "error/raised/" + kind);
  }

  private void changed(Event.Changed changed) {
    add(
        changed.step(),
        changed.what().equals("input") ? "in" : "out",
        ValueText.of(changed.before()),
        ValueText.of(changed.after()),
        changed.what().equals("input") ? "alias/input-changed" : "alias/output-changed");
  }

  private static String brief(Event event) {
    return switch (event) {
      case Event.Out out -> "the output " + ValueText.of(out.value());
      case Event.Failed failed -> "the error " + failed.failure().kind().text();
      case Event.End _ -> "the end";
      case Event.State _ -> "a snapshot";
      case Event.Changed _ -> "a changed value";
    };
  }

  private void add(int step, String path, String wanted, String seen, String kind) {
    differences.add(new Difference(step, path, wanted, seen, kind, Grade.DIFFERENT, false, ""));
  }
}
