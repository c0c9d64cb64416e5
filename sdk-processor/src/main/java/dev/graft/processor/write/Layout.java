package dev.graft.processor.write;

import java.util.List;

/**
 * Mends where JavaPoet's layout is not google-java-format's. It goes through the lines once and
 * looks at their ends: a regular expression for each flaw took a seventh of the processor's time.
 */
final class Layout {
  private static final int WIDTH = 100;
  private static final String HELPER = "  private static ";

  private final List<String> lines;
  private final StringBuilder mended;
  private int next;

  private Layout(String text) {
    lines = text.lines().toList();
    mended = new StringBuilder(text.length());
  }

  /** The text of a Java file in the better layout. */
  static String mend(String text) {
    return new Layout(text).mend();
  }

  private String mend() {
    while (next < lines.size()) {
      String line = nextLine();
      mended.append(line);
      if (line.endsWith("/**") && isAt(next + 1, "*/")) {
        mended.append(nextLine().strip().substring(1)).append(' ').append(nextLine().strip());
      } else if (line.endsWith(") {") && isAt(next, "}")) {
        mended.append(nextLine().strip());
      } else if (line.startsWith(HELPER) && line.endsWith("(") && line.length() > WIDTH) {
        int space = mended.lastIndexOf(" ");
        mended.replace(space, space + 1, Lines.breakAt(6)).append(nextLine().strip());
      }
      mended.append('\n');
    }
    return mended.toString();
  }

  private boolean isAt(int index, String line) {
    return index < lines.size() && lines.get(index).strip().equals(line);
  }

  private String nextLine() {
    String line = lines.get(next++).stripTrailing();
    int dot = line.indexOf(". @");
    return dot < 0 || line.lastIndexOf('"', dot) >= 0 ? line : line.replace(". @", ".@");
  }
}
