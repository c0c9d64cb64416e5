package dev.graft.value;

import static com.google.common.truth.Truth.assertThat;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;

final class NumbersTest {
  @Test
  void roundsNothingWhenAnIntMeetsAFloat() {
    long odd = (1L << 53) + 1;

    assertThat(Numbers.compare(odd, (double) odd)).isGreaterThan(0);
    assertThat(Numbers.compare((double) odd, odd)).isLessThan(0);
    assertThat(Numbers.compare(1L, 1.0)).isEqualTo(0);
    assertThat(Numbers.compare(true, 1L)).isEqualTo(0);
    assertThat(Numbers.compare(-0.0, 0L)).isEqualTo(0);
    assertThat(Numbers.compare(-0.0, 0.0)).isEqualTo(0);
  }

  @Test
  void knowsThatInfinityExceedsEveryInt() {
    BigInteger huge = BigInteger.TEN.pow(400);

    assertThat(Numbers.compare(Double.POSITIVE_INFINITY, huge)).isGreaterThan(0);
    assertThat(Numbers.compare(huge, Double.POSITIVE_INFINITY)).isLessThan(0);
    assertThat(Numbers.compare(Double.NEGATIVE_INFINITY, huge.negate())).isLessThan(0);
    assertThat(Numbers.compare(huge, 1e308)).isGreaterThan(0);
  }
}
