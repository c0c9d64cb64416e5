package dev.graft.compat.compare;

/** How many doubles lie between two. */
final class FloatDistance {
  private FloatDistance() {}

  /** The distance; the two zeros have none. Neither number is NaN. */
  static long ulps(double a, double b) {
    long distance = ordinal(a) - ordinal(b);
    return distance == Long.MIN_VALUE ? Long.MAX_VALUE : Math.abs(distance);
  }

  /** Numbers all doubles in their order, both zeros 0. */
  private static long ordinal(double value) {
    long bits = Double.doubleToLongBits(value);
    return bits >= 0 ? bits : Long.MIN_VALUE - bits;
  }
}
