package dev.graft.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A Python {@code decimal.Decimal}: more than a {@link BigDecimal}, because it knows a negative
 * zero, infinities, and NaNs with a sign and a payload. Two are equal if they are written alike:
 * {@code 1.10} is not {@code 1.1}.
 *
 * @param kind whether it is a number
 * @param negative the sign, which zero and NaN have too
 * @param coefficient the digits, not negative; of a NaN its payload, of an infinity 0
 * @param exponent the power of ten that the coefficient is multiplied by; 0 if it is no number
 */
public record Decimal(Kind kind, boolean negative, BigInteger coefficient, long exponent) {
  private static final Pattern TEXT =
      Pattern.compile(
          "([-+]?)(?:(?:([0-9]+)\\.?([0-9]*)|\\.([0-9]+))(?:[eE]([-+]?[0-9]+))?"
              + "|(?i:(inf|infinity)|(s?nan)([0-9]*)))");
  private static final int PLAIN_BELOW = -6;

  /** The largest power of ten that the first digit may stand for. */
  private static final long MAX_POWER = 999_999_999_999_999_999L;

  /** The smallest power of ten that the last digit may stand for. */
  private static final long MIN_POWER = -1_999_999_999_999_999_997L;

  /** What a decimal may be. */
  public enum Kind {
    FINITE,
    INFINITE,
    NAN,
    SIGNALING_NAN
  }

  /** Refuses what no Python decimal can be. */
  public Decimal {
    if (coefficient.signum() < 0) {
      throw new IllegalArgumentException(
          "the coefficient is negative; the sign is a part of its own");
    } else if (kind != Kind.FINITE && exponent != 0) {
      throw new IllegalArgumentException("only a finite decimal has an exponent");
    } else if (kind == Kind.INFINITE && coefficient.signum() != 0) {
      throw new IllegalArgumentException("an infinity has no digits");
    } else if (kind == Kind.FINITE && isBeyond(coefficient, exponent)) {
      throw new IllegalArgumentException("the exponent is beyond those of Python's decimals");
    }
  }

  private static boolean isBeyond(BigInteger coefficient, long exponent) {
    if (exponent < MIN_POWER || exponent > MAX_POWER) {
      return true;
    }
    boolean near = exponent > MAX_POWER - coefficient.bitLength();
    return near && exponent + coefficient.toString().length() - 1 > MAX_POWER;
  }

  /** The decimal of a Java number; its scale is kept. */
  public static Decimal of(BigDecimal number) {
    return new Decimal(
        Kind.FINITE, number.signum() < 0, number.unscaledValue().abs(), -(long) number.scale());
  }

  /**
   * The decimal that a text writes, as Python's {@code Decimal(text)}: space around it, underscores
   * and the digits of other scripts are allowed.
   *
   * @throws NumberFormatException if it writes none
   */
  public static Decimal parse(String text) {
    Matcher match = TEXT.matcher(plain(text));
    if (!match.matches()) {
      throw new NumberFormatException("\"" + text + "\" is not a decimal");
    }
    boolean negative = match.group(1).equals("-");
    if (match.group(6) != null) {
      return new Decimal(Kind.INFINITE, negative, BigInteger.ZERO, 0);
    } else if (match.group(7) != null) {
      boolean signaling = match.group(7).length() > 3;
      BigInteger payload = DecimalDigits.parse("0" + match.group(8));
      return new Decimal(signaling ? Kind.SIGNALING_NAN : Kind.NAN, negative, payload, 0);
    }
    String whole = orEmpty(match.group(2));
    String fraction = orEmpty(match.group(2) == null ? match.group(4) : match.group(3));
    long exponent = power(orEmpty(match.group(5))) - fraction.length();
    try {
      BigInteger coefficient = DecimalDigits.parse(whole + fraction);
      return new Decimal(Kind.FINITE, negative, coefficient, exponent);
    } catch (IllegalArgumentException e) {
      throw new NumberFormatException("\"" + text + "\": " + e.getMessage());
    }
  }

  /** Without what Python overlooks. */
  private static String plain(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isSpace(text.charAt(from))) {
      from++;
    }
    while (to > from && isSpace(text.charAt(to - 1))) {
      to--;
    }
    StringBuilder plain = new StringBuilder(to - from);
    text.substring(from, to)
        .codePoints()
        .filter(point -> point != '_')
        .map(point -> Character.isDigit(point) ? '0' + Character.digit(point, 10) : point)
        .forEach(plain::appendCodePoint);
    return plain.toString();
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u0085';
  }

  /** A power that is beyond every other one stays so. */
  private static long power(String text) {
    if (text.isEmpty()) {
      return 0;
    }
    BigInteger power = DecimalDigits.parse(text);
    BigInteger most = BigInteger.valueOf(Long.MAX_VALUE / 2);
    return power.min(most).max(most.negate()).longValue();
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  /** Whether it is a number. */
  public boolean isFinite() {
    return kind == Kind.FINITE;
  }

  /**
   * The same number in Java. The sign of a negative zero is lost.
   *
   * @throws ArithmeticException if it is no number, or its exponent is beyond Java's
   */
  public BigDecimal toBigDecimal() {
    if (!isFinite()) {
      throw new ArithmeticException(this + " is no number");
    }
    return new BigDecimal(
        negative ? coefficient.negate() : coefficient, Math.toIntExact(Math.negateExact(exponent)));
  }

  /** As Python's {@code str} writes it; {@link #parse} reads the same decimal back. */
  @Override
  public String toString() {
    String sign = negative ? "-" : "";
    String digits = coefficient.toString();
    return switch (kind) {
      case INFINITE -> sign + "Infinity";
      case NAN -> sign + "NaN" + (coefficient.signum() == 0 ? "" : digits);
      case SIGNALING_NAN -> sign + "sNaN" + (coefficient.signum() == 0 ? "" : digits);
      case FINITE -> sign + finite(digits);
    };
  }

  private String finite(String digits) {
    long left = exponent + digits.length();
    if (exponent <= 0 && left > PLAIN_BELOW) {
      return withPoint(digits, (int) left);
    }
    String exponentText = left == 1 ? "" : "E" + (left > 1 ? "+" : "") + (left - 1);
    return withPoint(digits, 1) + exponentText;
  }

  private static String withPoint(String digits, int place) {
    if (place <= 0) {
      return "0." + "0".repeat(-place) + digits;
    } else if (place == digits.length()) {
      return digits;
    }
    return digits.substring(0, place) + "." + digits.substring(place);
  }
}
