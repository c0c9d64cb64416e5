package dev.graft.bench.report;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TargetTest {
  private static final Target TARGET = new Target("a call", 1000, Figures::time);

  @Test
  void theMedianDecides() {
    assertThat(verdict(700, 800, 900, 910, 920, 990))
        .isEqualTo("- **met**: a call, target at most 1.00 µs: 0.91 µs (0.70 µs – 0.99 µs)");
    assertThat(verdict(700, 800, 900, 910, 920, 1990))
        .startsWith("- **met, but not by the whole interval**: ");
    assertThat(verdict(900, 1800, 1900, 1910, 1920, 1990))
        .startsWith("- **missed, but not by the whole interval**: ");
    assertThat(verdict(1700, 1800, 1900, 1910, 1920, 1990)).startsWith("- **missed**: ");
  }

  @Test
  void whatWasNotMeasuredIsNotJudged() {
    assertThat(verdict()).isEqualTo("- not measured: a call");
  }

  @Test
  void neighboursAreCompared() {
    assertThat(Pairs.ratios(List.of(2.0, 9.0), List.of(1.0, 3.0))).containsExactly(2.0, 3.0);
    assertThat(Pairs.differences(List.of(2.0, 9.0), List.of(1.0, 3.0)))
        .containsExactly(1.0, 6.0)
        .inOrder();
    assertThrows(
        IllegalArgumentException.class, () -> Pairs.ratios(List.of(2.0), List.of(1.0, 3.0)));
  }

  private static String verdict(double... samples) {
    return TARGET.verdict(Arrays.stream(samples).boxed().toList());
  }
}
