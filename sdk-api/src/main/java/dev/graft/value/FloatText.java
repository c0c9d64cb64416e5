package dev.graft.value;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * The text of a float as Python's {@code repr} writes it: the fewest digits that read back as the
 * same double; with an exponent if that is below -4 or at least 16.
 */
public final class FloatText {
  private static final boolean IS_SHORTEST = Runtime.version().feature() >= 19;

  private FloatText() {}

  /** The text of a double. */
  public static String of(double value) {
    if (Double.isNaN(value)) {
      return "nan";
    } else if (Double.isInfinite(value)) {
      return value > 0 ? "inf" : "-inf";
    } else if (value == 0) {
      return 1 / value > 0 ? "0.0" : "-0.0";
    }
    String sign = value < 0 ? "-" : "";
    BigDecimal shortest = shortest(Math.abs(value)).stripTrailingZeros();
    String digits = shortest.unscaledValue().toString();
    int exponent = digits.length() - 1 - shortest.scale();
    return sign
        + (exponent < -4 || exponent >= 16
            ? scientific(digits, exponent)
            : positional(digits, exponent));
  }

  /**
   * Java prints at least two digits, and so misses that one can be enough for a tiny double. Before
   * JDK 19 it also prints more digits than it must.
   */
  private static BigDecimal shortest(double value) {
    BigDecimal printed = new BigDecimal(Double.toString(value));
    if (printed.precision() > 2 && IS_SHORTEST) {
      return printed;
    }
    BigDecimal exact = new BigDecimal(value);
    for (int digits = 1; digits < printed.precision(); digits++) {
      BigDecimal fewer = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
      if (fewer.doubleValue() == value) {
        return fewer;
      }
    }
    return printed;
  }

  private static String scientific(String digits, int exponent) {
    String fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
    String sign = exponent < 0 ? "-" : "+";
    String padding = Math.abs(exponent) < 10 ? "0" : "";
    return digits.charAt(0) + fraction + "e" + sign + padding + Math.abs(exponent);
  }

  private static String positional(String digits, int exponent) {
    if (exponent < 0) {
      return "0." + "0".repeat(-exponent - 1) + digits;
    }
    String padded = digits + "0".repeat(Math.max(0, exponent + 1 - digits.length()));
    String fraction = padded.substring(exponent + 1);
    return padded.substring(0, exponent + 1) + "." + (fraction.isEmpty() ? "0" : fraction);
  }

  /**
   * The double of a text, the inverse of {@link #of}.
   *
   * @throws NumberFormatException if it is none
   */
  public static double parse(String text) {
    return switch (text) {
      case "nan" -> Double.NaN;
      case "inf" -> Double.POSITIVE_INFINITY;
      case "-inf" -> Double.NEGATIVE_INFINITY;
      default -> finite(text);
    };
  }

  private static double finite(String text) {
    return inRange(text, new BigDecimal(text).doubleValue());
  }

  /**
   * The double of a number of JSON, whose form was checked.
   *
   * @throws NumberFormatException if it is too large for one
   */
  public static double ofNumber(String digits) {
    return inRange(digits, Double.parseDouble(digits));
  }

  private static double inRange(String text, double value) {
    if (Double.isInfinite(value)) {
      throw new NumberFormatException(text + " is too large for a float");
    }
    return value == 0 && text.startsWith("-") ? -0.0 : value;
  }
}
