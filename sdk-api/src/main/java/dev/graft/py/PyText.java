package dev.graft.py;

import dev.graft.node.ErrorKind;
import dev.graft.node.NodeException;
import dev.graft.value.FloatText;
import dev.graft.value.Tuple;
import java.math.BigInteger;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Python's {@code repr} of none, numbers, texts, lists, tuples and dicts; other values are refused
 * as UNSUPPORTED.
 */
final class PyText {
  /** CPython refuses to write a longer int: a guard against slow conversions. */
  private static final int MOST_DIGITS = 4300;

  private final StringBuilder out = new StringBuilder();

  private PyText() {}

  static String repr(@Nullable Object value) {
    PyText text = new PyText();
    text.value(value);
    return text.out.toString();
  }

  private void value(@Nullable Object value) {
    if (value == null) {
      out.append("None");
    } else if (value instanceof Boolean bool) {
      out.append(bool ? "True" : "False");
    } else if (value instanceof Double number) {
      out.append(FloatText.of(number));
    } else if (value instanceof BigInteger number) {
      out.append(digits(number));
    } else if (value instanceof Long) {
      out.append(value);
    } else if (value instanceof String text) {
      quoted(text);
    } else if (value instanceof List<?> list) {
      items("[", list.iterator(), "]");
    } else if (value instanceof Tuple tuple) {
      items("(", tuple.iterator(), tuple.size() == 1 ? ",)" : ")");
    } else if (value instanceof Map<?, ?> dict) {
      dict(dict);
    } else {
      throw PyValue.unsupported("str() of " + PyTypeName.of(value));
    }
  }

  private static String digits(BigInteger number) {
    String digits = number.toString();
    if (number.abs().toString().length() > MOST_DIGITS) {
      throw new NodeException(
          ErrorKind.INVALID, "the int has more than " + MOST_DIGITS + " digits");
    }
    return digits;
  }

  private void items(String begin, Iterator<?> items, String end) {
    out.append(begin);
    String separator = "";
    while (items.hasNext()) {
      out.append(separator);
      value(items.next());
      separator = ", ";
    }
    out.append(end);
  }

  private void dict(Map<?, ?> dict) {
    out.append('{');
    String separator = "";
    for (Map.Entry<?, ?> entry : dict.entrySet()) {
      out.append(separator);
      value(entry.getKey());
      out.append(": ");
      value(entry.getValue());
      separator = ", ";
    }
    out.append('}');
  }

  /** In single quotes, unless there are some in the text and no double ones. */
  private void quoted(String text) {
    char quote = text.contains("'") && !text.contains("\"") ? '"' : '\'';
    out.append(quote);
    text.codePoints().forEach(c -> character(c, quote));
    out.append(quote);
  }

  private void character(int c, char quote) {
    if (c == quote || c == '\\') {
      out.append('\\').append((char) c);
    } else if (c == '\n') {
      out.append("\\n");
    } else if (c == '\r') {
      out.append("\\r");
    } else if (c == '\t') {
      out.append("\\t");
    } else if (isPrintable(c)) {
      out.appendCodePoint(c);
    } else {
      String form = c < 0x100 ? "\\x%02x" : c < 0x10000 ? "\\u%04x" : "\\U%08x";
      out.append(form.formatted(c));
    }
  }

  /** By the Unicode of the JDK, which may know more letters than that of CPython 3.12. */
  private static boolean isPrintable(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      case Character.SPACE_SEPARATOR -> c == ' ';
      default -> true;
    };
  }
}
