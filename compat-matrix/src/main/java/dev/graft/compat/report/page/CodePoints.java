package dev.graft.compat.report.page;

/** Two texts code point under code point, from a little before they first differ. */
final class CodePoints {
  private static final int BEFORE = 3;
  private static final int SHOWN = 10;

  private final Html html;
  private final int[] expected;
  private final int[] actual;
  private final int from;

  private CodePoints(Html html, int[] expected, int[] actual) {
    this.html = html;
    this.expected = expected;
    this.actual = actual;
    this.from = Math.max(0, first() - BEFORE);
  }

  static void write(Html html, String expected, String actual) {
    new CodePoints(html, expected.codePoints().toArray(), actual.codePoints().toArray()).write();
  }

  private int first() {
    int i = 0;
    while (i < expected.length && i < actual.length && expected[i] == actual[i]) {
      i++;
    }
    return i;
  }

  private void write() {
    int end = Math.min(from + SHOWN, Math.max(expected.length, actual.length));
    html.raw("<table class=points><thead><tr><th scope=row>code point");
    for (int i = from; i < end; i++) {
      html.raw("<th scope=col>" + i);
    }
    html.raw("<tbody>");
    row("must be", expected, end);
    row("is", actual, end);
    html.raw("</table>");
  }

  private void row(String name, int[] points, int end) {
    html.raw("<tr><th scope=row>").raw(name);
    for (int i = from; i < end; i++) {
      boolean same = i < expected.length && i < actual.length && expected[i] == actual[i];
      html.raw(same ? "<td>" : "<td class=off>");
      if (i < points.length) {
        html.text(Character.toString(points[i]));
        html.raw("<small>").raw("U+%04X".formatted(points[i])).raw("</small>");
      } else {
        html.raw("·");
      }
    }
  }
}
