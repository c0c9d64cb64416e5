package dev.graft.compat.shadow;

import dev.graft.compat.compare.Difference;
import dev.graft.compat.compare.Signature;
import dev.graft.compat.compare.TraceComparator;
import dev.graft.compat.compare.ValueComparator;
import dev.graft.compat.corpus.Tolerance;
import dev.graft.compat.subject.Event;
import dev.graft.compat.subject.Failure;
import dev.graft.runtime.backend.KeyedState;
import dev.graft.runtime.limits.Limitation;
import dev.graft.runtime.shadow.Held;
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
  public void renewed() {
    files.renewed();
  }

  @Override
  public ShadowVerdict judge(Seen control, Seen candidate, List<Held> held) {
    files.seen(control);
    List<Event> did = events(candidate);
    held.stream().flatMap(each -> changed(each).stream()).findFirst().ifPresent(did::add);
    return verdict(events(control), did);
  }

  @Override
  public ShadowVerdict judgeStates(List<KeyedState> control, List<KeyedState> candidate) {
    files.saved();
    return verdict(
        List.of(Event.State.of(STEP, control)), List.of(Event.State.of(STEP, candidate)));
  }

  private ShadowVerdict verdict(List<Event> wanted, List<Event> seen) {
    Optional<Difference> first =
        TraceComparator.compare(TraceComparator.of(wanted), seen, tolerance).first();
    if (first.isEmpty()) {
      return new ShadowVerdict.Same();
    }
    String signature = Signature.of(first.get());
    return limitations.stream()
        .filter(each -> each.signature().matches(signature))
        .findFirst()
        .<ShadowVerdict>map(known -> new ShadowVerdict.Known(known.id()))
        .orElseGet(() -> new ShadowVerdict.Different(signature, files.keep(signature)));
  }

  private static List<Event> events(Seen seen) {
    List<Event> events = new ArrayList<>();
    for (@Nullable Object output : seen.outputs()) {
      events.add(new Event.Out(STEP, output));
    }
    seen.failure().ifPresent(failure -> events.add(new Event.Failed(STEP, Failure.of(failure))));
    return events;
  }

  private static Optional<Event> changed(Held held) {
    return ValueComparator.compare("", held.then(), held.now(), Tolerance.NONE)
            .differences()
            .stream()
            .allMatch(each -> each.kind().startsWith("opaque/")) // which equal nothing
        ? Optional.empty()
        : Optional.of(new Event.Changed(STEP, what(held.border()), held.then(), held.now()));
  }

  private static String what(Held.Border border) {
    return switch (border) {
      case INPUT -> "input";
      case OUTPUT -> "output";
    };
  }
}
