package dev.graft.compat.report;

/** Makes characters visible that a page would hide, obey or refuse. */
public final class VisibleText {
  private VisibleText() {}

  /** What to show instead of a code point, or an empty text if it can be shown as it is. */
  public static String boxed(int point) {
    boolean hidden =
        switch (Character.getType(point)) {
          case Character.CONTROL -> point != '\n';
          case Character.FORMAT,
              Character.SURROGATE,
              Character.LINE_SEPARATOR,
              Character.PARAGRAPH_SEPARATOR,
              Character.PRIVATE_USE,
              Character.UNASSIGNED ->
              true;
          default -> point == 0x00A0;
        };
    return hidden ? "U+%04X".formatted(point) : "";
  }

  /** The text with such characters as {@code [U+202E]}. */
  public static String of(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .forEach(
            point -> {
              String box = boxed(point);
              if (box.isEmpty()) {
                out.appendCodePoint(point);
              } else {
                out.append('[').append(box).append(']');
              }
            });
    return out.toString();
  }

  /** The text, without its rest if it is long. */
  public static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
    return text.substring(0, end) + "… (" + text.length() + " characters)";
  }
}
