package dev.graft.python.cpython;

import java.io.ByteArrayOutputStream;

/** Texts with lone surrogates, which UTF-8 cannot hold but Python's {@code surrogatepass} can. */
final class Surrogates {
  private Surrogates() {}

  /** Whether some surrogate has no partner. */
  static boolean isLone(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
        boolean pair =
            Character.isHighSurrogate(c)
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
        if (!pair) {
          return true;
        }
        i++;
      }
    }
    return false;
  }

  /** UTF-8 in which a lone surrogate takes three bytes, as any other character of its size. */
  static byte[] encode(String text) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(text.length() * 3);
    text.codePoints()
        .forEach(
            c -> {
              if (c < 0x80) {
                out.write(c);
              } else if (c < 0x800) {
                out.write(0xC0 | (c >> 6));
                out.write(0x80 | (c & 0x3F));
              } else if (c < 0x10000) {
                out.write(0xE0 | (c >> 12));
                out.write(0x80 | ((c >> 6) & 0x3F));
                out.write(0x80 | (c & 0x3F));
              } else {
                out.write(0xF0 | (c >> 18));
                out.write(0x80 | ((c >> 12) & 0x3F));
                out.write(0x80 | ((c >> 6) & 0x3F));
                out.write(0x80 | (c & 0x3F));
              }
            });
    return out.toByteArray();
  }

  /** The text of such bytes. */
  static String decode(byte[] bytes) {
    StringBuilder text = new StringBuilder(bytes.length);
    int i = 0;
    while (i < bytes.length) {
      int head = bytes[i] & 0xFF;
      int more = head < 0x80 ? 0 : head < 0xE0 ? 1 : head < 0xF0 ? 2 : 3;
      int c = more == 0 ? head : head & (0x3F >> more);
      for (int k = 1; k <= more && i + k < bytes.length; k++) {
        c = (c << 6) | (bytes[i + k] & 0x3F);
      }
      text.appendCodePoint(c);
      i += more + 1;
    }
    return text.toString();
  }
}
