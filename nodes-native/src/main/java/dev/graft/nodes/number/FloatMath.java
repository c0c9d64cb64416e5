package dev.graft.nodes.number;

/**
 * Arithmetic of two floats where Python differs from Java. Source: CPython, {@code
 * Objects/floatobject.c}.
 */
final class FloatMath {
  private FloatMath() {}

  /** IEEE division, except that any division by zero is an error ({@code float_div}). */
  static double divide(Number a, Number b) {
    double divisor = divisor(b, "float division by zero");
    return Floats.toDouble(a) / divisor;
  }

  /**
   * Floored modulo ({@code float_rem}): Java's remainder is C's {@code fmod}; it is moved to the
   * divisor's side, and a zero gets the divisor's sign.
   */
  static double modulo(Number a, Number b) {
    double divisor = divisor(b, "float modulo by zero");
    double remainder = Floats.toDouble(a) % divisor;
    if (remainder == 0) {
      return Math.copySign(0.0, divisor);
    }
    return remainder < 0 != divisor < 0 && !Double.isNaN(remainder) && !Double.isNaN(divisor)
        ? remainder + divisor
        : remainder;
  }

  /**
   * The divisor, looked at before the dividend: zero is an error of its own even where the dividend
   * is an int too large for a float. The node contract has it so; CPython converts first.
   */
  private static double divisor(Number b, String message) {
    double divisor = Floats.toDouble(b);
    if (divisor == 0) {
      throw ArithmeticErrors.zeroDivision(message);
    }
    return divisor;
  }

  /**
   * A power ({@code float_pow}). Where Java's {@code pow} follows IEEE 754-1985, Python follows
   * C99: one to any power, anything to the power zero, and minus one to an infinite power are one.
   */
  static double power(double base, double exponent) {
    if (exponent == 0 || base == 1 || (base == -1 && Double.isInfinite(exponent))) {
      return 1;
    }
    boolean finite = Double.isFinite(base) && Double.isFinite(exponent);
    if (finite && base == 0 && exponent < 0) {
      throw ArithmeticErrors.zeroDivision("zero cannot be raised to a negative power");
    } else if (finite && base < 0 && exponent != Math.rint(exponent)) {
      throw ArithmeticErrors.range("the power of a negative number to a fraction is complex");
    }
    return finiteUnless(!finite, StrictMath.pow(base, exponent));
  }

  /** The product of a number with itself, which is an error where it overflows. */
  static double square(double a) {
    return finiteUnless(Double.isInfinite(a), a * a);
  }

  private static double finiteUnless(boolean mayBeInfinite, double result) {
    if (Double.isInfinite(result) && !mayBeInfinite) {
      throw ArithmeticErrors.range("the result is too large for a float");
    }
    return result;
  }
}
