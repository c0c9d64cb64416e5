package dev.graft.bench;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.graft.runtime.backend.BackendId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A check that cannot fail proves nothing. */
final class OutputCheckTest {
  @Test
  void typesAreCompared() {
    OutputCheck.check(List.of(84L), List.of(84L));
    assertWrong("outputs[0]: expected int 84, got float 84.0", List.of(84L), List.of(84.0));
    assertWrong("outputs[0]: expected int 1, got bool true", List.of(1L), List.of(true));
    assertWrong("outputs[0]: expected int 0, got none", List.of(0L), Arrays.asList((Object) null));
  }

  @Test
  void bitsOfFloatsAreCompared() {
    assertWrong("outputs[0]: expected float 0.0, got float -0.0", List.of(0.0), List.of(-0.0));
    OutputCheck.check(List.of(Double.NaN), List.of(Double.NaN));
  }

  @Test
  void numbersOfOutputsAreCompared() {
    assertWrong("outputs: expected size 1, got size 2", List.of(1L), List.of(1L, 1L));
    assertWrong("outputs: expected size 1, got size 0", List.of(1L), List.of());
  }

  @Test
  void orderOfKeysIsCompared() {
    Map<String, Long> expected = new LinkedHashMap<>();
    expected.put("a", 1L);
    expected.put("b", 2L);
    Map<String, Long> actual = new LinkedHashMap<>();
    actual.put("b", 2L);
    actual.put("a", 1L);
    assertWrong(
        "outputs[0] key: expected str \"a\", got str \"b\"", List.of(expected), List.of(actual));
  }

  @Test
  void nestedValuesAreCompared() {
    assertWrong(
        "outputs[0].a[1]: expected int 2, got int 3",
        List.of(Map.of("a", List.of(1L, 2L))),
        List.of(Map.of("a", List.of(1L, 3L))));
  }

  @Test
  void aNodeThatIsWrongIsDetected() throws Exception {
    BenchCase counter = BenchCases.of("counter");
    BenchCase wrong =
        new BenchCase(
            counter.id(),
            counter.group(),
            counter.title(),
            counter.kind(),
            counter.steps(),
            counter.item(),
            call -> counter.outputs().apply(call + 1),
            counter.olderMicros());
    try (Workplace workplace = Workplace.open();
        OpenNode node = workplace.open(wrong, workplace.plan(wrong, BackendId.JAVA))) {
      node.call();
      WrongOutputException failure =
          assertThrows(WrongOutputException.class, () -> node.checkLast());
      assertThat(failure).hasMessageThat().isEqualTo("outputs[0].count: expected int 2, got int 1");
      assertThrows(
          WrongOutputException.class,
          () -> DirectPython.start(wrong, workplace.plan(wrong, BackendId.CPYTHON), workplace));
    }
  }

  private static void assertWrong(
      String message, List<? extends @Nullable Object> expected, @Nullable Object actual) {
    WrongOutputException failure =
        assertThrows(WrongOutputException.class, () -> OutputCheck.check(expected, actual));
    assertThat(failure).hasMessageThat().isEqualTo(message);
  }
}
