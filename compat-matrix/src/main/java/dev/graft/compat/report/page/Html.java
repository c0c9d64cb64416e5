package dev.graft.compat.report.page;

import dev.graft.compat.report.VisibleText;

/** A piece of a page that is being written. Every text that goes in is escaped. */
final class Html {
  private final StringBuilder out = new StringBuilder();

  /** Markup of our own, as it is. */
  Html raw(String markup) {
    out.append(markup);
    return this;
  }

  /** A text from anywhere, hidden characters as boxes. */
  Html text(String text) {
    text.codePoints().forEach(this::point);
    return this;
  }

  /** The same, without its rest if it is long. */
  Html text(String text, int most) {
    return text(VisibleText.cut(text, most));
  }

  /** A text inside a quoted attribute. */
  Html attribute(String text) {
    VisibleText.of(text).codePoints().forEach(this::escape);
    return this;
  }

  /** A text as code. */
  Html code(String text) {
    return raw("<code>").text(text).raw("</code>");
  }

  /** Begins a place for a table that may be too wide for it; keys can move it, too. */
  Html wide(String name) {
    return raw("<div class=wide tabindex=0 role=group aria-label=\"").attribute(name).raw("\">");
  }

  private void point(int point) {
    String box = VisibleText.boxed(point);
    if (box.isEmpty()) {
      escape(point);
    } else {
      out.append("<b class=u>").append(box).append("</b>");
    }
  }

  private void escape(int point) {
    switch (point) {
      case '&' -> out.append("&amp;");
      case '<' -> out.append("&lt;");
      case '>' -> out.append("&gt;");
      case '"' -> out.append("&quot;");
      default -> out.appendCodePoint(point);
    }
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
