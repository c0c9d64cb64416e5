package dev.graft.compat.run;

import dev.graft.compat.compare.Comparison;
import dev.graft.compat.compare.TraceComparator;
import dev.graft.compat.corpus.Tolerance;
import dev.graft.compat.subject.Trace;

/** Says whether two fresh instances of a node did the same: the A/A comparison. */
final class SteadyCheck {
  private SteadyCheck() {}

  /** What the first did, with what the second made of it. Both came to their end. */
  static Trace of(Trace first, Trace second) {
    Comparison comparison =
        TraceComparator.compare(
            TraceComparator.of(first.events()), second.events(), Tolerance.NONE);
    return comparison.differences().stream()
        .filter(each -> !each.tolerated() && !isToldByItself(each.kind()))
        .findFirst()
        .map(
            each ->
                first.unsteady(
                    "a second instance did not repeat it: at step %d, %s was %s, then %s"
                        .formatted(each.step(), each.path(), each.expected(), each.actual())))
        .orElseGet(() -> first.seen(2));
  }

  /** An opaque reference equals nothing, and what was changed was changed by both. */
  private static boolean isToldByItself(String kind) {
    return kind.startsWith("opaque/") || kind.startsWith("alias/");
  }
}
