package dev.graft.nodes.audio;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class KaiserSincTest {
  private static final MathContext DIGITS = new MathContext(60);
  private static final BigDecimal PI =
      new BigDecimal("3.14159265358979323846264338327950288419716939937510582097494459");

  /** The sine by its series in decimals. */
  private static BigDecimal sine(BigDecimal x) {
    BigDecimal term = x;
    BigDecimal sum = x;
    for (int n = 1; n < 40; n++) {
      term =
          term.multiply(x)
              .multiply(x)
              .negate()
              .divide(BigDecimal.valueOf(2L * n * (2L * n + 1)), DIGITS);
      sum = sum.add(term, DIGITS);
    }
    return sum;
  }

  @Test
  void sincIsRightToTheLastBits() {
    Random random = new Random(1);
    for (int i = 0; i < 300; i++) {
      double u = (random.nextDouble() - 0.5) * 2 * (i % 3 == 0 ? 1 : 64);
      BigDecimal x = PI.multiply(new BigDecimal(u));
      // By whole turns nearer to zero: else the terms of the series are huge.
      BigDecimal turns = x.divide(PI.add(PI), 0, RoundingMode.HALF_EVEN);
      BigDecimal exact = sine(x.subtract(turns.multiply(PI.add(PI)))).divide(x, DIGITS);
      assertWithMessage("sinc(%s)", u)
          .that(KaiserSinc.sinc(u))
          .isWithin(4 * Math.ulp(exact.doubleValue()))
          .of(exact.doubleValue());
    }
  }

  @Test
  void sincIsZeroAtWholeNumbersAndOneInTheMiddle() {
    assertThat(KaiserSinc.sinc(0.0)).isEqualTo(1.0);
    assertThat(KaiserSinc.sinc(-0.0)).isEqualTo(1.0);
    assertThat(Math.abs(KaiserSinc.sinc(7))).isEqualTo(0.0);
    assertThat(Math.abs(KaiserSinc.sinc(-64))).isEqualTo(0.0);
    assertThat(KaiserSinc.sinc(0.5)).isWithin(1e-15).of(2 / Math.PI);
    assertThat(KaiserSinc.sinc(-1.5)).isWithin(1e-15).of(-2 / (3 * Math.PI));
  }

  @Test
  void besselHasItsTabulatedValues() {
    assertThat(KaiserSinc.bessel(0)).isEqualTo(1.0);
    assertThat(KaiserSinc.bessel(1)).isWithin(1e-15).of(1.2660658777520084);
    assertThat(KaiserSinc.bessel(10)).isWithin(2e-12).of(2815.716628466254);
  }

  @Test
  void endsWhereItsWindowEnds() {
    KaiserSinc shape = new KaiserSinc(0.95, 67.4, 10.06);
    assertThat(shape.at(67.4)).isEqualTo(0.0);
    assertThat(shape.at(-67.4)).isEqualTo(0.0);
    assertThat(shape.at(67.3)).isNotEqualTo(0.0);
    assertThat(shape.at(0)).isEqualTo(KaiserSinc.bessel(10.06));
    assertThat(shape.at(3.3)).isEqualTo(shape.at(-3.3));
  }
}
