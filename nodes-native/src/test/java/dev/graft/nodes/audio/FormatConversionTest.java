package dev.graft.nodes.audio;

import static com.google.common.truth.Truth.assertWithMessage;

import dev.graft.value.NdArray;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The conversions against decimals, which round nothing; the edges are cases of the matrix. */
final class FormatConversionTest {
  private static final int COUNT = 20_000;
  private static final int I16_BITS = 15;
  private static final int I32_BITS = 31;

  private static long expected(double sample, int bits) {
    BigInteger full = BigInteger.ONE.shiftLeft(bits);
    return new BigDecimal(sample)
        .multiply(new BigDecimal(full))
        .setScale(0, RoundingMode.HALF_EVEN)
        .toBigInteger()
        .min(full.subtract(BigInteger.ONE))
        .max(full.negate())
        .longValueExact();
  }

  /** Numbers of all sizes, many of them halfway between two ints. */
  private static double[] samples(long seed) {
    Random random = new Random(seed);
    double[] samples = new double[COUNT];
    for (int i = 0; i < COUNT; i++) {
      samples[i] =
          switch (i % 4) {
            case 0 -> random.nextDouble() * 2.2 - 1.1;
            case 1 -> (random.nextInt(1 << 17) - (1 << 16)) / (double) (1 << 16);
            case 2 -> (random.nextLong() >> 30) * 0x1p-33;
            default -> Math.scalb(random.nextGaussian(), random.nextInt(60) - 50);
          };
    }
    return samples;
  }

  @Test
  void roundsHalfToEvenAndClamps() {
    double[] doubles = samples(1);
    float[] floats = Sounds.floats(doubles);
    NdArray fromDoubles = FormatConversion.of(NdArray.of(doubles), SampleFormat.I16);
    NdArray fromFloats = FormatConversion.of(NdArray.of(floats), SampleFormat.I16);
    NdArray intsFromDoubles = FormatConversion.of(NdArray.of(doubles), SampleFormat.I32);
    NdArray intsFromFloats = FormatConversion.of(NdArray.of(floats), SampleFormat.I32);
    for (int i = 0; i < COUNT; i++) {
      check(doubles[i], I16_BITS, fromDoubles.getLong(i));
      check(floats[i], I16_BITS, fromFloats.getLong(i));
      check(doubles[i], I32_BITS, intsFromDoubles.getLong(i));
      check(floats[i], I32_BITS, intsFromFloats.getLong(i));
    }
  }

  private static void check(double sample, int bits, long converted) {
    assertWithMessage("%s", sample).that(converted).isEqualTo(expected(sample, bits));
  }

  @Test
  void intsAreScaledToFloatsAndToEachOther() {
    Random random = new Random(2);
    int[] ints = random.ints(COUNT).toArray();
    short[] shorts = new short[COUNT];
    for (int i = 0; i < COUNT; i++) {
      shorts[i] = (short) ints[i];
    }
    NdArray floats = FormatConversion.of(NdArray.of(ints), SampleFormat.F32);
    NdArray fromShorts = FormatConversion.of(NdArray.of(shorts), SampleFormat.F32);
    NdArray wide = FormatConversion.of(NdArray.of(shorts), SampleFormat.I32);
    NdArray narrow = FormatConversion.of(NdArray.of(ints), SampleFormat.I16);
    for (int i = 0; i < COUNT; i++) {
      check(ints[i] * 0x1p-31, I16_BITS, narrow.getLong(i));
      assertWithMessage("%s", ints[i]).that(floats.getDouble(i)).isEqualTo(rounded(ints[i]));
      assertWithMessage("%s", shorts[i]).that(wide.getLong(i)).isEqualTo(shorts[i] * 65536L);
      assertWithMessage("%s", shorts[i])
          .that(fromShorts.getDouble(i))
          .isEqualTo(shorts[i] / 32768.0);
    }
  }

  private static double rounded(int sample) {
    BigDecimal exact = new BigDecimal(sample).divide(new BigDecimal(1L << I32_BITS));
    return exact.floatValue();
  }
}
