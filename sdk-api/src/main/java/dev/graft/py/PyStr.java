package dev.graft.py;

import dev.graft.node.ErrorKind;
import dev.graft.node.NodeException;
import dev.graft.value.Tuple;
import dev.graft.value.Values;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Python's operations on a str, which is a sequence of code points: lengths, order and reversal
 * count those, not Java's chars. Case is that of Unicode 15.0 ({@link UnicodeData}), without a
 * locale.
 *
 * <p>Source: the methods of {@code str} in the Python 3.12 Library Reference, section "Text
 * Sequence Type"; what it leaves open is as in CPython's {@code Objects/unicodeobject.c}.
 *
 * <p>A lone surrogate stays one. What would put a high one before a low one makes another code
 * point of both in Java, and is refused as UNSUPPORTED.
 */
public final class PyStr {
  private static final int FINAL_SIGMA = 0x3c2;
  private static final int SIGMA = 0x3a3;

  private PyStr() {}

  /** {@code len(text)}. */
  public static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  /** {@code text.upper()}. */
  public static String upper(String text) {
    CaseTable upper = UnicodeData.INSTANCE.upper();
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints().forEach(c -> upper.append(c, out));
    return out.toString();
  }

  /** {@code text.lower()}, with the sigma at the end of a word. */
  public static String lower(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      appendLower(text, i, out);
    }
    return out.toString();
  }

  /** {@code text.title()}: a code point after one without case begins a word. */
  public static String title(String text) {
    UnicodeData data = UnicodeData.INSTANCE;
    StringBuilder out = new StringBuilder(text.length());
    boolean inWord = false;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      if (inWord) {
        appendLower(text, i, out);
      } else if (data.title().get(c) != null) {
        data.title().append(c, out);
      } else {
        data.upper().append(c, out);
      }
      inWord = data.isCased(c);
      i += Character.charCount(c);
    }
    return out.toString();
  }

  private static void appendLower(String text, int at, StringBuilder out) {
    int c = text.codePointAt(at);
    if (c == SIGMA && isFinal(text, at)) {
      out.appendCodePoint(FINAL_SIGMA);
    } else {
      UnicodeData.INSTANCE.lower().append(c, out);
    }
  }

  /**
   * Whether a sigma ends a word: something cased comes before it and nothing cased after it, those
   * apart that are ignored. Java asks for the borders of words instead. Source: Unicode 3.13, table
   * 3-17, Final_Sigma; {@code handle_capital_sigma} in CPython.
   */
  private static boolean isFinal(String text, int at) {
    UnicodeData data = UnicodeData.INSTANCE;
    int before = at;
    int c = -1;
    while (before > 0) {
      c = text.codePointBefore(before);
      if (!data.isIgnorable(c)) {
        break;
      }
      before -= Character.charCount(c);
    }
    if (before == 0 || !data.isCased(c)) {
      return false;
    }
    int after = at + 1;
    while (after < text.length()) {
      c = text.codePointAt(after);
      if (!data.isIgnorable(c)) {
        return !data.isCased(c);
      }
      after += Character.charCount(c);
    }
    return true;
  }

  /** {@code text[::-1]}. */
  public static String reverse(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = text.length(); i > 0; ) {
      int c = text.codePointBefore(i);
      append(c, out);
      i -= Character.charCount(c);
    }
    return out.toString();
  }

  /** {@code a + b}. */
  public static String concat(String a, String b) {
    if (!a.isEmpty() && !b.isEmpty()) {
      checkBorder(a.charAt(a.length() - 1), b.charAt(0));
    }
    return a.concat(b);
  }

  /** {@code text.replace(removed, "")} of one code point. */
  public static String remove(String text, int removed) {
    if (text.indexOf(removed) < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints().filter(c -> c != removed).forEach(c -> append(c, out));
    return out.toString();
  }

  /** {@code text.split()}: the words between runs of whitespace. */
  public static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    int start = -1;
    for (int i = 0; i < text.length(); i++) {
      if (isSpace(text.charAt(i))) {
        if (start >= 0) {
          words.add(text.substring(start, i));
        }
        start = -1;
      } else if (start < 0) {
        start = i;
      }
    }
    if (start >= 0) {
      words.add(text.substring(start));
    }
    return words;
  }

  /** {@code text.strip()}. */
  public static String strip(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isSpace(text.charAt(start))) {
      start++;
    }
    while (start < end && isSpace(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  /**
   * Whether {@code str.isspace} holds: bidirectional type WS, B or S, or category Zs. All are below
   * U+10000, so that a char will do. Java's notions of whitespace differ.
   */
  public static boolean isSpace(char c) {
    return switch (c) {
      case 0x85, 0xa0, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000, ' ' -> true;
      default -> (c >= 0x9 && c <= 0xd) || (c >= 0x1c && c <= 0x1f) || (c >= 0x2000 && c <= 0x200a);
    };
  }

  /** {@code str(value)} of what {@link PyText} knows. */
  public static String of(@Nullable Object value) {
    return value instanceof String text ? text : PyText.repr(value);
  }

  /** {@code repr(value)} of what {@link PyText} knows. */
  public static String repr(@Nullable Object value) {
    return PyText.repr(value);
  }

  /** The texts one after the other, as {@link #concat(String, String)} joins two. */
  public static String concat(String first, String second, String... more) {
    String all = concat(first, second);
    for (String next : more) {
      all = concat(all, next);
    }
    return all;
  }

  /** {@code separator.join(texts)}. */
  public static String join(String separator, Collection<? extends @Nullable Object> texts) {
    StringBuilder all = new StringBuilder();
    boolean first = true;
    for (Object each : texts) {
      if (!(each instanceof String text)) {
        throw new NodeException(ErrorKind.TYPE, "expected a str, got " + Values.describe(each));
      }
      append(first ? "" : separator, all);
      append(text, all);
      first = false;
    }
    return all.toString();
  }

  /** {@code text[index]}, from the end if it is negative. */
  public static String item(String text, Number index) {
    return PyList.item(characters(text), index);
  }

  /** {@code text[start:end]}; null stands for a bound that is left out. */
  public static String slice(String text, @Nullable Number start, @Nullable Number end) {
    int length = length(text);
    int first = PyList.bound(start, length, 0);
    int last = PyList.bound(end, length, length);
    return first < last
        ? text.substring(text.offsetByCodePoints(0, first), text.offsetByCodePoints(0, last))
        : "";
  }

  /** The characters, as {@code for c in text} gives them: each a text of one code point. */
  public static List<String> characters(String text) {
    return text.codePoints().mapToObj(Character::toString).toList();
  }

  /** {@code text.replace(old, replacement)}. */
  public static String replace(String text, String old, String replacement) {
    if (old.isEmpty()) {
      List<String> characters = characters(text);
      return concat(
          replacement, join(replacement, characters), characters.isEmpty() ? "" : replacement);
    }
    return text.contains(old) ? join(replacement, split(text, old)) : text;
  }

  /** {@code text.split(separator)}. */
  public static List<String> split(String text, String separator) {
    if (separator.isEmpty()) {
      throw new NodeException(ErrorKind.INVALID, "empty separator");
    }
    List<String> parts = new ArrayList<>();
    int start = 0;
    int found = text.indexOf(separator);
    while (found >= 0) {
      parts.add(text.substring(start, found));
      start = found + separator.length();
      found = text.indexOf(separator, start);
    }
    parts.add(text.substring(start));
    return parts;
  }

  /** {@code text.lstrip()}. */
  public static String lstrip(String text) {
    int start = 0;
    while (start < text.length() && isSpace(text.charAt(start))) {
      start++;
    }
    return text.substring(start);
  }

  /** {@code text.rstrip()}. */
  public static String rstrip(String text) {
    int end = text.length();
    while (end > 0 && isSpace(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end);
  }

  /** {@code text.rjust(width)}. */
  public static String rjust(String text, long width) {
    return " ".repeat(missing(text, width)) + text;
  }

  /** {@code text.ljust(width)}. */
  public static String ljust(String text, long width) {
    return text + " ".repeat(missing(text, width));
  }

  private static int missing(String text, long width) {
    return Math.toIntExact(Math.max(0, width - length(text)));
  }

  /** {@code text.find(part)}: counted in code points; -1 if it is nowhere. */
  public static long find(String text, String part) {
    int found = text.indexOf(part);
    return found < 0 ? -1 : text.codePointCount(0, found);
  }

  /** {@code text.count(part)}: how often, without overlaps. */
  public static long count(String text, String part) {
    return part.isEmpty() ? length(text) + 1L : split(text, part).size() - 1L;
  }

  /** {@code text.partition(separator)}: what is before it, itself, and what is after it. */
  public static Tuple partition(String text, String separator) {
    if (separator.isEmpty()) {
      throw new NodeException(ErrorKind.INVALID, "empty separator");
    }
    int found = text.indexOf(separator);
    return found < 0
        ? Tuple.of(text, "", "")
        : Tuple.of(text.substring(0, found), separator, text.substring(found + separator.length()));
  }

  /** The order of two texts by their code points: Java's own is that of chars. */
  public static int compare(String a, String b) {
    int shorter = Math.min(a.length(), b.length());
    for (int i = 0; i < shorter; i++) {
      char x = a.charAt(i);
      char y = b.charAt(i);
      if (x != y) {
        boolean bothHigh = Character.isSurrogate(x) && Character.isSurrogate(y);
        return bothHigh || (!Character.isSurrogate(x) && !Character.isSurrogate(y))
            ? Character.compare(x, y)
            : Integer.compare(a.codePointAt(i), b.codePointAt(i));
      }
    }
    return Integer.compare(a.length(), b.length());
  }

  private static void append(String text, StringBuilder all) {
    if (!text.isEmpty() && all.length() > 0) {
      checkBorder(all.charAt(all.length() - 1), text.charAt(0));
    }
    all.append(text);
  }

  private static void append(int c, StringBuilder out) {
    if (out.length() > 0 && c <= Character.MAX_VALUE) {
      checkBorder(out.charAt(out.length() - 1), (char) c);
    }
    out.appendCodePoint(c);
  }

  private static void checkBorder(char left, char right) {
    if (Character.isHighSurrogate(left) && Character.isLowSurrogate(right)) {
      throw new NodeException(
          ErrorKind.UNSUPPORTED,
          "a lone high surrogate would come before a lone low one, which Java cannot tell from one"
              + " code point");
    }
  }
}
