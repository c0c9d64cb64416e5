package dev.graft.compat.report;

import dev.graft.runtime.backend.BackendId;

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
    if (node.switchTo(BackendId.JAVA).safe()) {
      return new StageLook("safe", "safe to switch", ALL);
    }
    int bars =
        switch (node.stage()) {
          case PYTHON_ONLY -> 0;
          case PORTED -> 1;
          case VERIFIED -> 2;
          case JAVA_ONLY -> ALL;
        };
    return new StageLook(node.stage().text(), node.stage().title(), bars);
  }

  /** The bars: {@code ▮▮▯}. */
  public String glyphs() {
    return "▮".repeat(bars) + "▯".repeat(ALL - bars);
  }
}
