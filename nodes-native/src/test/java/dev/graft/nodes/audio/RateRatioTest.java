package dev.graft.nodes.audio;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.graft.node.ErrorKind;
import dev.graft.node.NodeException;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;

final class RateRatioTest {
  @Test
  void isInLowestTerms() {
    assertThat(RateRatio.of(48_000L, 16_000)).isEqualTo(new RateRatio(1, 3));
    assertThat(RateRatio.of(44_100L, 48_000)).isEqualTo(new RateRatio(160, 147));
    assertThat(RateRatio.of(767_999L, 768_000)).isEqualTo(new RateRatio(768_000, 767_999));
    assertThat(RateRatio.of(48_000L, 16_000).passband()).isEqualTo(1 / 3.0);
    assertThat(RateRatio.of(16_000L, 48_000).passband()).isEqualTo(1.0);
  }

  @Test
  void refusesRatesThatAreTooFarApart() {
    assertThat(RateRatio.of(3_145_728_000L, 768_000)).isEqualTo(new RateRatio(1, 4096));
    for (Number rate : new Number[] {3_145_728_001L, BigInteger.TWO.pow(64).add(BigInteger.ONE)}) {
      NodeException thrown = assertThrows(NodeException.class, () -> RateRatio.of(rate, 768_000));
      assertThat(thrown.kind()).isEqualTo(ErrorKind.RANGE);
      assertThat(thrown).hasMessageThat().contains("resample in two steps");
    }
  }
}
