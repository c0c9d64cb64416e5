package dev.graft.compat.report;

/** Texts from anywhere, so that Markdown takes nothing in them for its own. */
final class MarkdownText {
  private static final int MOST = 160;

  private MarkdownText() {}

  static String escaped(String text) {
    return VisibleText.of(text).replaceAll("([\\\\`*_<>|\\[\\]])", "\\\\$1");
  }

  /** A text between backticks, without its rest if it is long. */
  static String code(String text) {
    return VisibleText.of(VisibleText.cut(text, MOST)).replace('`', '\'').replace('\n', ' ');
  }
}
