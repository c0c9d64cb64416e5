package dev.graft.compat.compare;

import dev.graft.value.DType;

/** How many floats of a type lie between two. */
final class FloatDistance {
  private FloatDistance() {}

  /** The distance; the two zeros have none. Neither number is NaN, both are of the type. */
  static long ulps(double a, double b, DType type) {
    long distance = ordinal(a, type) - ordinal(b, type);
    return distance == Long.MIN_VALUE ? Long.MAX_VALUE : Math.abs(distance);
  }

  /** Numbers all floats of the type in their order, both zeros 0. */
  private static long ordinal(double value, DType type) {
    return switch (type) {
      case FLOAT16 -> {
        long bits = Float.floatToFloat16((float) value);
        yield bits >= 0 ? bits : Short.MIN_VALUE - bits;
      }
      case FLOAT32, COMPLEX64 -> {
        long bits = Float.floatToIntBits((float) value);
        yield bits >= 0 ? bits : Integer.MIN_VALUE - bits;
      }
      default -> {
        long bits = Double.doubleToLongBits(value);
        yield bits >= 0 ? bits : Long.MIN_VALUE - bits;
      }
    };
  }
}
