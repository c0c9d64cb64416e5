package dev.graft.compat.generate;

import static com.google.common.truth.Truth.assertThat;

import dev.graft.compat.corpus.Step;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Of many steps those are left that are needed, in their order. */
final class StepShrinkerTest {
  private static final Duration LONG = Duration.ofMinutes(1);

  @Test
  void onlyWhatIsNeededIsLeft() {
    List<Step> needed = List.of(in(17), in(500), in(1999));
    assertThat(shrink(1, 2000, steps -> steps.containsAll(needed), 1000))
        .containsExactlyElementsIn(needed)
        .inOrder();
  }

  @Test
  void stepsThatNeedEachOtherGoTogether() {
    // Either both or neither: a pair goes, two single steps never would.
    assertThat(
            shrink(
                1,
                9,
                steps -> steps.contains(in(1)) && steps.contains(in(4)) == steps.contains(in(5)),
                1000))
        .hasSize(1);
  }

  @Test
  void manyThatCountAreStillCounted() {
    assertThat(shrink(0, 64, steps -> steps.size() >= 10, 1000)).hasSize(10);
  }

  @Test
  void theBudgetIsKept() {
    AtomicInteger asked = new AtomicInteger();
    List<Step> left =
        shrink(
            0,
            1000,
            steps -> {
              asked.incrementAndGet();
              return steps.contains(in(7));
            },
            12);
    assertThat(asked.get()).isEqualTo(12);
    assertThat(left).contains(in(7));
    assertThat(StepShrinker.shrink(steps(0, 1000), steps -> true, 1000, Duration.ofNanos(-1)))
        .hasSize(1000);
  }

  private static List<Step> shrink(long from, long to, Predicate<List<Step>> fails, int budget) {
    return StepShrinker.shrink(steps(from, to), fails, budget, LONG);
  }

  private static List<Step> steps(long from, long to) {
    return LongStream.range(from, to).mapToObj(StepShrinkerTest::in).toList();
  }

  private static Step in(long number) {
    return new Step.In(List.of(number), null);
  }
}
