package dev.graft.py;

import dev.graft.node.ErrorKind;
import dev.graft.node.NodeException;
import dev.graft.value.Values;
import java.math.BigInteger;
import java.util.Locale;
import java.util.regex.Pattern;

/** Numbers that are read from a str, as Python's {@code int} and {@code float} read them. */
final class NumberText {
  private static final Pattern INT = Pattern.compile("[+-]?[0-9]+(_[0-9]+)*");
  private static final Pattern FLOAT =
      Pattern.compile(
          "[+-]?([0-9]+(_[0-9]+)*\\.?([0-9]+(_[0-9]+)*)?|\\.[0-9]+(_[0-9]+)*)"
              + "([eE][+-]?[0-9]+(_[0-9]+)*)?");
  private static final Pattern NAMED =
      Pattern.compile("([+-]?)(nan|inf|infinity)", Pattern.CASE_INSENSITIVE);

  /** CPython refuses longer ones: a guard against slow conversions. */
  private static final int MOST_DIGITS = 4300;

  private NumberText() {}

  static Number toInt(String text) {
    String plain = plain(text);
    if (!INT.matcher(plain).matches()) {
      throw invalid("an int", text);
    }
    String digits = plain.replace("_", "");
    if (digits.replaceFirst("[+-]", "").length() > MOST_DIGITS) {
      throw invalid("an int of at most " + MOST_DIGITS + " digits", text);
    }
    return Values.normalize(new BigInteger(digits));
  }

  static double toFloat(String text) {
    String plain = plain(text);
    if (NAMED.matcher(plain).matches()) {
      double value =
          plain.toLowerCase(Locale.ROOT).endsWith("nan") ? Double.NaN : Double.POSITIVE_INFINITY;
      return plain.startsWith("-") ? -value : value;
    } else if (FLOAT.matcher(plain).matches()) {
      return Double.parseDouble(plain.replace("_", ""));
    }
    throw invalid("a float", text);
  }

  /** Without whitespace around it, and with every digit of any script as one of ours. */
  private static String plain(String text) {
    StringBuilder plain = new StringBuilder();
    PyStr.strip(text)
        .codePoints()
        .forEach(
            c -> {
              int digit = Character.isDigit(c) ? Character.digit(c, 10) : -1;
              plain.appendCodePoint(digit < 0 ? c : '0' + digit);
            });
    return plain.toString();
  }

  private static NodeException invalid(String what, String text) {
    return new NodeException(ErrorKind.INVALID, Values.quote(text) + " is no text of " + what);
  }
}
