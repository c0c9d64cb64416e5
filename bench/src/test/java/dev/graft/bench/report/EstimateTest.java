package dev.graft.bench.report;

import static com.google.common.truth.Truth.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class EstimateTest {
  @Test
  void theIntervalGoesByRank() {
    // Tables of the sign test: ranks 1 and 6 of 6, 2 and 9 of 10, 10 and 21 of 30.
    assertThat(of(6)).isEqualTo(new Estimate(3.5, 1, 6, 6));
    assertThat(of(10)).isEqualTo(new Estimate(5.5, 2, 9, 10));
    assertThat(of(30)).isEqualTo(new Estimate(15.5, 10, 21, 30));
  }

  @Test
  void fewSamplesPromiseNothing() {
    assertThat(of(1)).isEqualTo(new Estimate(1, 1, 1, 1));
    assertThat(of(5).isSound()).isFalse();
    assertThat(of(6).isSound()).isTrue();
    assertThat(Estimate.of(List.of())).isEmpty();
  }

  private static Estimate of(int samples) {
    List<Double> values =
        new java.util.ArrayList<>(
            IntStream.rangeClosed(1, samples).mapToObj(i -> (double) i).toList());
    Collections.reverse(values);
    return Estimate.of(values).orElseThrow();
  }
}
