package dev.graft.value;

import java.math.BigInteger;

/** Reads long rows of decimal digits, in less than the square of their length that Java takes. */
public final class DecimalDigits {
  private static final int SHORT = 1000;

  private DecimalDigits() {}

  /**
   * The int that a text writes in decimal digits, perhaps with a sign.
   *
   * @throws NumberFormatException if it writes none
   */
  public static BigInteger parse(String text) {
    if (text.length() <= SHORT) {
      return new BigInteger(text);
    }
    boolean signed = text.charAt(0) == '-' || text.charAt(0) == '+';
    BigInteger magnitude = digits(text, signed ? 1 : 0, text.length());
    return text.charAt(0) == '-' ? magnitude.negate() : magnitude;
  }

  private static BigInteger digits(String text, int from, int to) {
    if (to - from > SHORT) {
      int low = (to - from) / 2;
      BigInteger high = digits(text, from, to - low).multiply(BigInteger.TEN.pow(low));
      return high.add(digits(text, to - low, to));
    } else if (Character.digit(text.charAt(from), 10) < 0) {
      throw new NumberFormatException("a sign amid digits");
    }
    return new BigInteger(text.substring(from, to));
  }
}
