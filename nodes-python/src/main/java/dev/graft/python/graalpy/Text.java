package dev.graft.python.graalpy;

import dev.graft.node.ErrorKind;
import dev.graft.value.ValueException;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.Value.StringEncoding;

/**
 * A str as a Java string. A high surrogate and a low one after it, two characters in Python, would
 * become one: nothing in the string tells that any more, only the lengths do.
 */
final class Text {
  private static final int BYTES_OF_CODE_POINT = 4;

  private Text() {}

  /** The string; no work beyond {@code asString} if it has no characters beyond U+00FF. */
  static String of(Value value) {
    String text = value.asString();
    int codePoints = text.codePointCount(0, text.length());
    if (codePoints != text.length() && codePoints != codePoints(value)) {
      throw ValueException.of(
          ErrorKind.UNSUPPORTED,
          "holds a high surrogate and then a low one as two characters; in Java the two are one");
    }
    return text;
  }

  private static int codePoints(Value value) {
    return value.asStringBytes(StringEncoding.UTF_32_LITTLE_ENDIAN).length / BYTES_OF_CODE_POINT;
  }
}
