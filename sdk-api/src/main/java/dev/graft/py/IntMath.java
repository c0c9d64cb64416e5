package dev.graft.py;

import dev.graft.value.Values;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * Exact arithmetic of two ints of any size, each in its one form: a Long where it fits. Two longs
 * are computed as such, and as BigIntegers only when the result does not fit; these methods have
 * names of their own, since two Longs would otherwise count as any two Numbers.
 */
final class IntMath {
  private IntMath() {}

  /** The sum of two longs; it overflowed if both have a sign that it has not. */
  static Number addLongs(long a, long b) {
    long sum = a + b;
    return ((a ^ sum) & (b ^ sum)) < 0 ? big(a).add(big(b)) : (Number) sum;
  }

  /** The sum. */
  static Number add(Number a, Number b) {
    return Values.normalize(big(a).add(big(b)));
  }

  /** The difference of two longs; it overflowed if it has left a's sign towards b's opposite. */
  static Number subtractLongs(long a, long b) {
    long difference = a - b;
    return ((a ^ b) & (a ^ difference)) < 0 ? big(a).subtract(big(b)) : (Number) difference;
  }

  /** The difference. */
  static Number subtract(Number a, Number b) {
    return Values.normalize(big(a).subtract(big(b)));
  }

  /** The product of two longs; it fits if its upper half only repeats the sign of the lower. */
  static Number multiplyLongs(long a, long b) {
    long product = a * b;
    return Math.multiplyHigh(a, b) == product >> 63 ? (Number) product : big(a).multiply(big(b));
  }

  /** The product. */
  static Number multiply(Number a, Number b) {
    return Values.normalize(big(a).multiply(big(b)));
  }

  /**
   * Floored modulo: the result has the sign of the divisor. Source: {@code l_mod} in CPython's
   * {@code Objects/longobject.c}.
   */
  static Number modulo(Number a, Number b) {
    if (signum(b) == 0) {
      throw ArithmeticErrors.zeroDivision("integer modulo by zero");
    }
    if (a instanceof Long x && b instanceof Long y) {
      return Math.floorMod(x, y);
    }
    BigInteger remainder = big(a).remainder(big(b));
    boolean otherSide = remainder.signum() != 0 && remainder.signum() != signum(b);
    return Values.normalize(otherSide ? remainder.add(big(b)) : remainder);
  }

  /** Floored division. Source: {@code l_divmod} in CPython's {@code Objects/longobject.c}. */
  static Number floorDivide(Number a, Number b) {
    if (signum(b) == 0) {
      throw ArithmeticErrors.zeroDivision("integer division by zero");
    }
    BigInteger[] parts = big(a).divideAndRemainder(big(b));
    boolean otherSide = parts[1].signum() != 0 && parts[1].signum() != signum(b);
    return Values.normalize(otherSide ? parts[0].subtract(BigInteger.ONE) : parts[0]);
  }

  /** Rounded to a power of ten, half to even; digits after the point change nothing. */
  static Number round(Number a, long digits) {
    if (digits >= 0) {
      return a;
    }
    BigDecimal number = new BigDecimal(big(a));
    if (digits < -(number.precision() + 1L)) {
      return 0L;
    }
    return Values.normalize(number.setScale((int) digits, RoundingMode.HALF_EVEN).toBigInteger());
  }

  /** -1, 0 or 1. */
  static int signum(Number a) {
    return a instanceof Long value ? Long.signum(value) : big(a).signum();
  }

  /** The int as a BigInteger. */
  static BigInteger big(Number a) {
    return Values.toBigInteger(a);
  }

  private static BigInteger big(long a) {
    return BigInteger.valueOf(a);
  }
}
