package dev.graft.py;

import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * Python's arithmetic on portable numbers: Long and BigInteger are ints, Double is a float. Two
 * ints are computed exactly; if either is a float, an int is first rounded to the nearest one.
 *
 * <p>Source: the Python 3.12 Language Reference, section 6.7 "Binary arithmetic operations" and
 * section 6.5 "The power operator"; the details that it leaves open are those of CPython, named at
 * each method.
 */
public final class PyArithmetic {
  private PyArithmetic() {}

  /** {@code a + b}. */
  public static Number add(Number a, Number b) {
    if (a instanceof Long x && b instanceof Long y) {
      return IntMath.addLongs(x, y);
    }
    return areInts(a, b) ? IntMath.add(a, b) : (Number) (Floats.toDouble(a) + Floats.toDouble(b));
  }

  /** {@code a - b}. */
  public static Number subtract(Number a, Number b) {
    if (a instanceof Long x && b instanceof Long y) {
      return IntMath.subtractLongs(x, y);
    }
    return areInts(a, b)
        ? IntMath.subtract(a, b)
        : (Number) (Floats.toDouble(a) - Floats.toDouble(b));
  }

  /** {@code a * b}. */
  public static Number multiply(Number a, Number b) {
    if (a instanceof Long x && b instanceof Long y) {
      return IntMath.multiplyLongs(x, y);
    }
    return areInts(a, b)
        ? IntMath.multiply(a, b)
        : (Number) (Floats.toDouble(a) * Floats.toDouble(b));
  }

  /** {@code a / b}: always a float. */
  public static Number divide(Number a, Number b) {
    return areInts(a, b) ? TrueDivision.divide(a, b) : FloatMath.divide(a, b);
  }

  /** {@code a % b}: with the sign of the divisor. */
  public static Number modulo(Number a, Number b) {
    return areInts(a, b) ? IntMath.modulo(a, b) : (Number) FloatMath.modulo(a, b);
  }

  /** {@code a // b}: towards minus infinity. A float if either is one. */
  public static Number floorDivide(Number a, Number b) {
    return areInts(a, b) ? IntMath.floorDivide(a, b) : (Number) FloatMath.floorDivide(a, b);
  }

  /** {@code -a}. */
  public static Number negate(Number a) {
    return a instanceof Double x ? (Number) (-x) : IntMath.subtract(0L, a);
  }

  /** {@code abs(a)}. */
  public static Number absolute(Number a) {
    if (a instanceof Double x) {
      return Math.abs(x);
    }
    return IntMath.signum(a) < 0 ? negate(a) : a;
  }

  /**
   * {@code int(a)}: towards zero.
   *
   * @throws dev.graft.node.NodeException INVALID for NaN, RANGE for an infinity
   */
  public static Number truncate(Number a) {
    return a instanceof Double x ? FloatMath.whole(x, RoundingMode.DOWN) : a;
  }

  /**
   * {@code math.floor(a)}: an int.
   *
   * @throws dev.graft.node.NodeException INVALID for NaN, RANGE for an infinity
   */
  public static Number floor(Number a) {
    return a instanceof Double x ? FloatMath.whole(x, RoundingMode.FLOOR) : a;
  }

  /**
   * {@code math.ceil(a)}: an int.
   *
   * @throws dev.graft.node.NodeException INVALID for NaN, RANGE for an infinity
   */
  public static Number ceil(Number a) {
    return a instanceof Double x ? FloatMath.whole(x, RoundingMode.CEILING) : a;
  }

  /** {@code round(a)}: an int, the even one of two that are equally near. */
  public static Number round(Number a) {
    return a instanceof Double x ? FloatMath.whole(x, RoundingMode.HALF_EVEN) : a;
  }

  /** {@code round(a, digits)}: of the same type as the number. Digits may be negative. */
  public static Number round(Number a, long digits) {
    return a instanceof Double x ? (Number) FloatMath.round(x, digits) : IntMath.round(a, digits);
  }

  /** The same with digits of any size: what is too large for a C integer is the nearest one. */
  public static Number round(Number a, BigInteger digits) {
    boolean fits = digits.bitLength() < Long.SIZE;
    return round(
        a, fits ? digits.longValue() : digits.signum() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE);
  }

  /**
   * {@code a ** b}. An int to a negative int is a float, as {@code long_pow} in CPython's {@code
   * Objects/longobject.c} has it: both are converted first.
   */
  public static Number power(Number a, Number b) {
    return areInts(a, b) && IntMath.signum(b) >= 0
        ? IntPower.power(a, b)
        : (Number) FloatMath.power(Floats.toDouble(a), Floats.toDouble(b));
  }

  /**
   * {@code a * a}. For floats this is not {@code a ** 2}, whose last bit may differ; a result too
   * large for a float is an error, as for a power.
   */
  public static Number square(Number a) {
    return a instanceof Double x ? (Number) FloatMath.square(x) : IntPower.square(a);
  }

  private static boolean areInts(Number a, Number b) {
    return !(a instanceof Double) && !(b instanceof Double);
  }
}
