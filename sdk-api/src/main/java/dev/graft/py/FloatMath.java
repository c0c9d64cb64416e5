package dev.graft.py;

import dev.graft.node.ErrorKind;
import dev.graft.node.NodeException;
import dev.graft.value.Values;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Arithmetic of two floats where Python differs from Java. Source: CPython, {@code
 * Objects/floatobject.c}.
 */
final class FloatMath {
  /** With more decimals a float is what it was: {@code NDIGITS_MAX}. */
  private static final int MOST_DIGITS = 323;

  /** With fewer it is zero: {@code NDIGITS_MIN}. */
  private static final int LEAST_DIGITS = -308;

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

  /** Floored division ({@code float_divmod}): the quotient is whole, and so is a tie below it. */
  static double floorDivide(Number a, Number b) {
    double divisor = divisor(b, "float floor division by zero");
    double dividend = Floats.toDouble(a);
    double remainder = dividend % divisor;
    double quotient = (dividend - remainder) / divisor;
    if (remainder != 0 && remainder < 0 != divisor < 0) {
      quotient -= 1;
    }
    if (quotient == 0) {
      return Math.copySign(0.0, dividend / divisor);
    }
    double floor = Math.floor(quotient);
    return quotient - floor > 0.5 ? floor + 1 : floor;
  }

  /**
   * The whole number that a rule of rounding gives ({@code float___trunc___}, {@code
   * float___round__}).
   */
  static Number whole(double a, RoundingMode rule) {
    if (Double.isNaN(a)) {
      throw new NodeException(ErrorKind.INVALID, "cannot convert float NaN to integer");
    } else if (Double.isInfinite(a)) {
      throw ArithmeticErrors.range("cannot convert float infinity to integer");
    }
    return Values.normalize(new BigDecimal(a).setScale(0, rule).toBigInteger());
  }

  /**
   * The nearest float of so many decimals ({@code double_round}): the exact value is rounded, half
   * to even, and that is rounded to a float.
   */
  static double round(double a, long digits) {
    if (!Double.isFinite(a) || digits > MOST_DIGITS) {
      return a;
    } else if (digits < LEAST_DIGITS) {
      return Math.copySign(0.0, a);
    }
    double rounded = new BigDecimal(a).setScale((int) digits, RoundingMode.HALF_EVEN).doubleValue();
    return Math.copySign(finiteUnless(false, rounded), a);
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
