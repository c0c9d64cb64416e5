package dev.graft.compat.report;

/**
 * How far a node has come from Python to Java, as reports draw it.
 *
 * @param id its name in queries
 * @param text its name for people
 * @param bars how many of {@link #ALL} bars are filled
 */
public record StageLook(String id, String text, int bars) {
  /** How many bars there are. */
  public static final int ALL = 3;

  /** The stage of a node. */
  public static StageLook of(NodeRow node) {
    if (node.entry().java().isEmpty()) {
      return new StageLook("python-only", "Python only", 0);
    } else if (node.entry().python().isEmpty()) {
      return new StageLook("java-only", "Java only", ALL);
    }
    return Headline.isSafe(node)
        ? new StageLook("safe", "safe to switch", 2)
        : new StageLook("ported", "ported, not proven", 1);
  }

  /** The bars: {@code ▮▮▯}. */
  public String glyphs() {
    return "▮".repeat(bars) + "▯".repeat(ALL - bars);
  }
}
