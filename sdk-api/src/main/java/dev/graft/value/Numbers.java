package dev.graft.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Compares portable numbers as Python does: by mathematical value, rounding nothing. */
public final class Numbers {
  private Numbers() {}

  /** Whether the value is a bool, an int or a float. */
  public static boolean isNumber(@Nullable Object value) {
    return value instanceof Long
        || value instanceof Double
        || value instanceof Boolean
        || value instanceof BigInteger;
  }

  /**
   * Compares two portable numbers, neither of which is NaN.
   *
   * @return negative, zero or positive, as {@link Comparable} has it
   * @throws ValueException if one of them is no portable number
   */
  public static int compare(@Nullable Object a, @Nullable Object b) {
    if (a instanceof Long x && b instanceof Long y) {
      return Long.compare(x, y);
    } else if (a instanceof Double x && b instanceof Double y) {
      return x < y ? -1 : x > y ? 1 : 0;
    } else if (a instanceof Double x && Double.isInfinite(x)) {
      return x > 0 ? 1 : -1;
    } else if (b instanceof Double y && Double.isInfinite(y)) {
      return y > 0 ? -1 : 1;
    }
    return exact(a).compareTo(exact(b));
  }

  private static BigDecimal exact(@Nullable Object value) {
    if (value instanceof Long number) {
      return BigDecimal.valueOf(number);
    } else if (value instanceof Double number) {
      return new BigDecimal(number);
    } else if (value instanceof BigInteger number) {
      return new BigDecimal(number);
    } else if (value instanceof Boolean bool) {
      return bool ? BigDecimal.ONE : BigDecimal.ZERO;
    }
    throw ValueException.expected("number", value);
  }
}
