package dev.graft.compat.compare;

import dev.graft.value.Values;
import java.math.BigDecimal;
import java.math.BigInteger;

/** Names the way in which two numbers differ. */
final class NumberKinds {
  private static final long NEAR = 4;

  private NumberKinds() {}

  static String ints(Number expected, Number actual) {
    BigInteger a = Values.toBigInteger(expected);
    BigInteger b = Values.toBigInteger(actual);
    BigInteger gap = a.subtract(b);
    if (b.bitLength() < 32 && divides(32, gap)) {
      return "int/wrapped-32";
    } else if (b.bitLength() < 64 && divides(64, gap)) {
      return "int/wrapped-64";
    } else if (a.equals(b.negate())) {
      return "int/sign";
    } else if (isNearestDouble(a, b)) {
      return "int/rounded-to-double";
    } else if (gap.abs().equals(BigInteger.ONE)) {
      return "int/off-by-one";
    }
    return "int/value";
  }

  private static boolean divides(int bits, BigInteger gap) {
    return gap.signum() != 0 && gap.getLowestSetBit() >= bits;
  }

  private static boolean isNearestDouble(BigInteger exact, BigInteger actual) {
    double nearest = exact.doubleValue();
    return !Double.isInfinite(nearest) && new BigDecimal(nearest).toBigInteger().equals(actual);
  }

  static String floats(double a, double b, long ulps) {
    if (Double.isNaN(a) || Double.isNaN(b)) {
      return "float/nan-vs-number";
    } else if (a == b) {
      return "float/signed-zero";
    } else if (Double.isInfinite(a) || Double.isInfinite(b)) {
      return "float/inf-vs-number";
    } else if (ulps <= NEAR) {
      return "float/ulp<=4";
    } else if (a == -b) {
      return "float/sign";
    } else if ((double) (float) a == b) {
      return "float/rounded-to-float32";
    }
    return "float/ulp>4";
  }
}
