package dev.graft.compat.compare;

import dev.graft.value.FloatText;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;

/** Names the way in which two texts differ. */
final class TextKinds {
  private TextKinds() {}

  static String of(String a, String b) {
    if (Normalizer.normalize(a, Normalizer.Form.NFC)
        .equals(Normalizer.normalize(b, Normalizer.Form.NFC))) {
      return "str/nfc-equal";
    } else if (sameUnits(a, b)) {
      return samePoints(a, b) ? "str/order" : "str/utf16-order";
    } else if (replaced(a).equals(replaced(b))) {
      return "str/replaced-characters";
    } else if (a.toLowerCase(Locale.ROOT).equals(b.toLowerCase(Locale.ROOT))) {
      return "str/case";
    } else if (a.strip().equals(b.strip())) {
      return "str/whitespace";
    } else if (sameNumber(a, b)) {
      return "str/number-text";
    }
    return "str/value";
  }

  private static boolean sameUnits(String a, String b) {
    return Arrays.equals(a.chars().sorted().toArray(), b.chars().sorted().toArray());
  }

  private static boolean samePoints(String a, String b) {
    return Arrays.equals(a.codePoints().sorted().toArray(), b.codePoints().sorted().toArray());
  }

  /** Both with everything that a lossy encoder could have replaced, replaced. */
  private static String replaced(String text) {
    return text.replaceAll("[^\\x00-\\x7f]+", "?").replaceAll("\\?+", "?");
  }

  private static boolean sameNumber(String a, String b) {
    String x = a.substring(commonPrefix(a, b));
    String y = b.substring(commonPrefix(a, b));
    return (isNumber(a) && isNumber(b) && FloatText.parse(a) == FloatText.parse(b))
        || (x.isEmpty() && y.equals(".0"))
        || (y.isEmpty() && x.equals(".0"));
  }

  private static int commonPrefix(String a, String b) {
    int i = 0;
    while (i < a.length() && i < b.length() && a.charAt(i) == b.charAt(i)) {
      i++;
    }
    return i;
  }

  private static boolean isNumber(String text) {
    try {
      return !Double.isNaN(FloatText.parse(text));
    } catch (NumberFormatException e) {
      return false;
    }
  }
}
