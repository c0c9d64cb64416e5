package dev.graft.py;

import java.math.BigInteger;

/** Turns ints into floats. */
final class Floats {
  private Floats() {}

  /**
   * The nearest float, ties to even, as {@code PyLong_AsDouble} in CPython's {@code
   * Objects/longobject.c}. Where {@link BigInteger#doubleValue} would give infinity, Python raises
   * {@code OverflowError}.
   *
   * @throws dev.graft.node.NodeException RANGE if an int is too large for a float
   */
  static double toDouble(Number number) {
    double value = number.doubleValue();
    if (number instanceof BigInteger && Double.isInfinite(value)) {
      throw ArithmeticErrors.range("int too large to convert to float");
    }
    return value;
  }
}
