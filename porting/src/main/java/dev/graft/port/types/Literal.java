package dev.graft.port.types;

/** Literals of Java. */
public final class Literal {
  private Literal() {}

  /** A text as a literal on one line. */
  public static String of(String text) {
    StringBuilder out = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          boolean isShown =
              c >= ' '
                  && c != 0x7f
                  && (c < 0x80 || Character.isLetterOrDigit(c) || "…–—’".indexOf(c) >= 0);
          out.append(isShown ? String.valueOf(c) : "\\u%04x".formatted((int) c));
        }
      }
    }
    return out.append('"').toString();
  }
}
