package dev.graft.compat.shadow;

import dev.graft.compat.compare.Comparison;
import dev.graft.compat.compare.Difference;
import dev.graft.compat.compare.Signature;
import dev.graft.compat.compare.TraceComparator;
import dev.graft.compat.corpus.Tolerance;
import dev.graft.compat.subject.Event;
import dev.graft.compat.subject.Failure;
import dev.graft.runtime.limits.Limitation;
import dev.graft.runtime.shadow.Seen;
import dev.graft.runtime.shadow.ShadowJudge;
import dev.graft.runtime.shadow.ShadowVerdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Judges calls. A call is one step of a case: which output belongs to which item nobody asks. */
final class MatrixJudge implements ShadowJudge {
  private static final int STEP = 0;

  private final Tolerance tolerance;
  private final List<Limitation> limitations;
  private final MismatchFiles files;

  MatrixJudge(Tolerance tolerance, List<Limitation> limitations, MismatchFiles files) {
    this.tolerance = tolerance;
    this.limitations = limitations;
    this.files = files;
  }

  @Override
  public void restarted() {
    files.restarted();
  }

  @Override
  public ShadowVerdict judge(Seen control, Seen candidate) {
    files.seen(control);
    Comparison comparison =
        TraceComparator.compare(TraceComparator.of(events(control)), events(candidate), tolerance);
    Optional<Difference> first = comparison.first();
    if (first.isEmpty()) {
      return new ShadowVerdict.Same();
    }
    String signature = Signature.of(first.get());
    return limitations.stream()
        .filter(each -> each.signature().matches(signature))
        .findFirst()
        .<ShadowVerdict>map(known -> new ShadowVerdict.Known(known.id()))
        .orElseGet(() -> new ShadowVerdict.Different(signature, files.keep(control, signature)));
  }

  private static List<Event> events(Seen seen) {
    List<Event> events = new ArrayList<>();
    for (@Nullable Object output : seen.outputs()) {
      events.add(new Event.Out(STEP, output));
    }
    seen.failure().ifPresent(failure -> events.add(new Event.Failed(STEP, Failure.of(failure))));
    return events;
  }
}
