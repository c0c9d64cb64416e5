package dev.graft.cli.graph;

/** About how wide a text is, where no font is at hand: rather too wide than too narrow. */
final class TextWidth {
  private static final String NARROW = "fijlrtI.,:;|!'()[] ";
  private static final String WIDE = "mwMW@%";

  private TextWidth() {}

  /** The width in the unit of the size. */
  static double of(String text, double size) {
    return text.codePoints().mapToDouble(TextWidth::em).sum() * size;
  }

  private static double em(int letter) {
    if (letter > 0x2E80) {
      return 1.05;
    } else if (NARROW.indexOf(letter) >= 0) {
      return 0.36;
    } else if (WIDE.indexOf(letter) >= 0) {
      return 0.95;
    }
    return Character.isUpperCase(letter) ? 0.74 : 0.62;
  }
}
