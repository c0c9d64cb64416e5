package dev.graft.py;

import dev.graft.node.NodeException;
import java.math.BigInteger;

/**
 * The quotient of two ints as a float: the exact ratio, rounded once, ties to even. Dividing two
 * rounded doubles would round three times, and could not divide ints that no double holds.
 *
 * <p>Source: {@code long_true_divide} in CPython's {@code Objects/longobject.c}, whose steps and
 * names these are.
 */
final class TrueDivision {
  private static final int MANTISSA_BITS = 53;
  private static final int MIN_EXPONENT = Double.MIN_EXPONENT + 1;
  private static final int MAX_EXPONENT = Double.MAX_EXPONENT + 1;
  private static final long EXACT = 1L << MANTISSA_BITS;

  private TrueDivision() {}

  /** {@code a / b}. */
  static double divide(Number a, Number b) {
    int sign = IntMath.signum(b);
    if (sign == 0) {
      throw ArithmeticErrors.zeroDivision("division by zero");
    }
    if (a instanceof Long x && b instanceof Long y && isExact(x) && isExact(y)) {
      return (double) x / (double) y;
    }
    boolean negative = sign * IntMath.signum(a) < 0;
    double result = divideMagnitudes(IntMath.big(a).abs(), IntMath.big(b).abs());
    if (IntMath.signum(a) == 0) {
      return Math.copySign(0.0, sign);
    }
    return negative ? -result : result;
  }

  /** Whether a double holds the int exactly, so that the hardware's division rounds just once. */
  private static boolean isExact(long value) {
    return value >= -EXACT && value <= EXACT;
  }

  private static double divideMagnitudes(BigInteger a, BigInteger b) {
    int difference = a.bitLength() - b.bitLength();
    if (difference > MAX_EXPONENT) {
      throw tooLarge();
    } else if (a.signum() == 0 || difference < MIN_EXPONENT - MANTISSA_BITS - 1) {
      return 0.0;
    }
    // Scaled so, the quotient has two or three bits more than a double, or fewer if subnormal.
    int shift = Math.max(difference, MIN_EXPONENT) - MANTISSA_BITS - 2;
    BigInteger dividend = shift <= 0 ? a.shiftLeft(-shift) : a;
    BigInteger divisor = shift > 0 ? b.shiftLeft(shift) : b;
    BigInteger[] parts = dividend.divideAndRemainder(divisor);
    long quotient = parts[0].longValueExact();
    // The lowest bit stands for everything below it, so that a tie is a tie only if it is exact.
    long sticky = parts[1].signum() == 0 ? quotient : quotient | 1;
    int bits = Long.SIZE - Long.numberOfLeadingZeros(quotient);
    int extraBits = Math.max(bits, MIN_EXPONENT - shift) - MANTISSA_BITS;
    double result = Math.scalb((double) roundToEven(sticky, extraBits), shift);
    if (Double.isInfinite(result)) {
      throw tooLarge();
    }
    return result;
  }

  /** Rounds the lowest bits away. */
  private static long roundToEven(long value, int bits) {
    long half = 1L << (bits - 1);
    boolean up = (value & half) != 0 && (value & (3 * half - 1)) != 0;
    return (up ? value + half : value) & -(2 * half);
  }

  private static NodeException tooLarge() {
    return ArithmeticErrors.range("the quotient is too large for a float");
  }
}
