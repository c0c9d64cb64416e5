package dev.graft.compat.compare;

import static com.google.common.truth.Truth.assertThat;

import dev.graft.compat.corpus.Tolerance;
import dev.graft.compat.subject.Event;
import dev.graft.compat.subject.Failure;
import dev.graft.node.ErrorKind;
import dev.graft.runtime.failure.Phase;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Failures are compared with those of the same item, whatever else failed. */
final class TraceComparatorTest {
  private static Event failed(int step, Phase phase, String kind) {
    return new Event.Failed(
        step,
        new Failure(
            phase, new ErrorKind(kind), OptionalLong.empty(), List.of(), "Error", "no", ""));
  }

  private static Event failed(int step, String kind) {
    return failed(step, Phase.STEP, kind);
  }

  private static List<String> differences(List<Event> wanted, Event... seen) {
    return TraceComparator.compare(TraceComparator.of(wanted), List.of(seen), Tolerance.NONE)
        .differences()
        .stream()
        .map(each -> each.kind() + " at " + each.step())
        .toList();
  }

  @Test
  void anotherKindOfErrorOfTheSameItemIsTold() {
    assertThat(differences(List.of(failed(1, "TYPE")), failed(1, "RANGE")))
        .containsExactly("error/kind/TYPE-vs-RANGE at 1");
    assertThat(
            differences(
                List.of(failed(Event.BEFORE, Phase.VALIDATE, "INVALID")), failed(0, "INVALID")))
        .containsExactly("error/phase/validate-vs-step at 0", "stream/late-output at -1");
  }

  @Test
  void anErrorOfAnEarlierItemIsOneThatNobodyExpected() {
    assertThat(differences(List.of(failed(2, "INVALID")), failed(1, "TYPE"), failed(2, "INVALID")))
        .containsExactly("error/raised/TYPE at 1");
  }

  @Test
  void anErrorThatOnlyALaterItemHasIsMissing() {
    assertThat(differences(List.of(failed(1, "TYPE"), failed(2, "INVALID")), failed(2, "INVALID")))
        .containsExactly("error/not-raised/TYPE at 1");
  }
}
