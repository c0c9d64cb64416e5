package dev.graft.value;

import java.io.ByteArrayOutputStream;

/**
 * Names of zones inside the text of a time: form-encoded, because they may contain anything. A lone
 * surrogate, for which UTF-8 has no bytes, is encoded like any other code point of three bytes, as
 * Python's {@code surrogatepass} does.
 */
final class ZoneName {
  private static final String HEX = "0123456789ABCDEF";

  private ZoneName() {}

  static String escape(String name) {
    StringBuilder text = new StringBuilder();
    name.codePoints()
        .forEach(
            point -> {
              if (isPlain(point)) {
                text.append((char) point);
              } else if (point == ' ') {
                text.append('+');
              } else {
                encode(point, text);
              }
            });
    return text.toString();
  }

  private static boolean isPlain(int point) {
    return (point >= 'a' && point <= 'z')
        || (point >= 'A' && point <= 'Z')
        || (point >= '0' && point <= '9')
        || (point < 0x80 && "-_.*".indexOf(point) >= 0);
  }

  private static void encode(int point, StringBuilder text) {
    if (point < 0x80) {
      hex(point, text);
    } else if (point < 0x800) {
      hex(0xc0 | (point >> 6), text);
      more(point, 0, text);
    } else if (point < 0x10000) {
      hex(0xe0 | (point >> 12), text);
      more(point, 6, text);
    } else {
      hex(0xf0 | (point >> 18), text);
      more(point, 12, text);
    }
  }

  /** The bytes after the first one, six bits each. */
  private static void more(int point, int from, StringBuilder text) {
    for (int shift = from; shift >= 0; shift -= 6) {
      hex(0x80 | ((point >> shift) & 0x3f), text);
    }
  }

  private static void hex(int unit, StringBuilder text) {
    text.append('%').append(HEX.charAt(unit >> 4)).append(HEX.charAt(unit & 0xf));
  }

  /**
   * The name that was escaped.
   *
   * @throws IllegalArgumentException if none can have been
   */
  static String unescape(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '%' && i + 2 < text.length()) {
        bytes.write((digit(text.charAt(i + 1)) << 4) | digit(text.charAt(i + 2)));
        i += 2;
      } else if (c < 0x80 && c != '%') {
        bytes.write(c == '+' ? ' ' : c);
      } else {
        throw new IllegalArgumentException("\"" + text + "\" is not form-encoded");
      }
    }
    return decode(bytes.toByteArray());
  }

  private static int digit(char c) {
    int digit = c < 0x80 ? Character.digit(c, 16) : -1;
    if (digit < 0) {
      throw new IllegalArgumentException("\"" + c + "\" is no hex digit");
    }
    return digit;
  }

  private static String decode(byte[] bytes) {
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < bytes.length; ) {
      int first = bytes[i] & 0xff;
      int more = first < 0x80 ? 0 : first < 0xc0 ? -1 : first < 0xe0 ? 1 : first < 0xf0 ? 2 : 3;
      int point = more == 0 ? first : first & (0x3f >> more);
      if (more < 0 || first >= 0xf8 || i + more >= bytes.length) {
        throw new IllegalArgumentException("a name of a zone is not UTF-8");
      }
      for (int j = 1; j <= more; j++) {
        int unit = bytes[i + j] & 0xff;
        if (unit >> 6 != 2) {
          throw new IllegalArgumentException("a name of a zone is not UTF-8");
        }
        point = (point << 6) | (unit & 0x3f);
      }
      name.appendCodePoint(point); // refuses what is beyond Unicode
      i += more + 1;
    }
    return name.toString();
  }
}
