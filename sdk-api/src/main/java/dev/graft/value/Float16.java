package dev.graft.value;

/** Half-precision numbers, which Java 17 does not know. */
final class Float16 {
  private static final int FRACTION_BITS = 10;
  private static final int EXPONENT_MASK = 0x1f;
  private static final int BIAS = 15;

  private Float16() {}

  static double toDouble(short bits) {
    int exponent = bits >> FRACTION_BITS & EXPONENT_MASK;
    int fraction = bits & 0x3ff;
    double magnitude;
    if (exponent == EXPONENT_MASK) {
      magnitude = fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
    } else if (exponent == 0) {
      magnitude = Math.scalb((double) fraction, 1 - BIAS - FRACTION_BITS);
    } else {
      magnitude = Math.scalb(fraction + 1024.0, exponent - BIAS - FRACTION_BITS);
    }
    return bits < 0 ? -magnitude : magnitude;
  }
}
