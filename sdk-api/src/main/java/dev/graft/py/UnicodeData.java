package dev.graft.py;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.Objects;

/**
 * The case tables of Unicode 15.0, those of CPython 3.12. The tables of the JDK are those of
 * another version, and of another one with each JDK: a node would change with the machine. The file
 * is written by {@code unicode.py} beside the tests.
 */
final class UnicodeData {
  static final UnicodeData INSTANCE = new UnicodeData();

  private final CaseTable upper = new CaseTable();
  private final CaseTable lower = new CaseTable();
  private final CaseTable title = new CaseTable();
  private final BitSet cased = new BitSet();
  private final BitSet ignorable = new BitSet();

  private UnicodeData() {
    InputStream file = Objects.requireNonNull(UnicodeData.class.getResourceAsStream("unicode.txt"));
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(file, StandardCharsets.US_ASCII))) {
      lines.lines().filter(line -> !line.startsWith("#")).forEach(this::take);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  CaseTable upper() {
    return upper;
  }

  CaseTable lower() {
    return lower;
  }

  /** What a code point becomes at the start of a word, where that is not its upper case. */
  CaseTable title() {
    return title;
  }

  /** Whether it is a letter of a case, or has one: property Cased. */
  boolean isCased(int codePoint) {
    return cased.get(codePoint);
  }

  /** Whether it does not end a word, such as an apostrophe: property Case_Ignorable. */
  boolean isIgnorable(int codePoint) {
    return ignorable.get(codePoint);
  }

  private void take(String line) {
    int first = line.indexOf(' ');
    int second = line.indexOf(' ', first + 1);
    int codePoint = hex(line.substring(first + 1, second));
    String rest = line.substring(second + 1);
    switch (line.substring(0, first)) {
      case "upper" -> upper.put(codePoint, text(rest));
      case "lower" -> lower.put(codePoint, text(rest));
      case "title" -> title.put(codePoint, text(rest));
      case "cased" -> cased.set(codePoint, hex(rest) + 1);
      case "ignorable" -> ignorable.set(codePoint, hex(rest) + 1);
      default -> throw new IllegalStateException("unicode.txt: " + line);
    }
  }

  private static String text(String hexes) {
    StringBuilder text = new StringBuilder();
    int start = 0;
    while (start < hexes.length()) {
      int end = hexes.indexOf(' ', start);
      end = end < 0 ? hexes.length() : end;
      text.appendCodePoint(hex(hexes.substring(start, end)));
      start = end + 1;
    }
    return text.toString();
  }

  private static int hex(String digits) {
    return Integer.parseInt(digits, 16);
  }
}
