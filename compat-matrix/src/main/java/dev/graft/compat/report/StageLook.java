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
  public static final int ALL = 6;

  private static final int SAFE = 3;

  /** The stage of a node. */
  public static StageLook of(NodeRow node) {
    if (node.stage() == Stage.VERIFIED && node.switchTo(BackendId.JAVA).safe()) {
      return new StageLook("safe", "safe to switch", SAFE);
    }
    return switch (node.stage()) {
      case PYTHON_ONLY -> of(node.stage(), 0);
      case PORTED -> of(node.stage(), 1);
      case VERIFIED -> of(node.stage(), 2);
      case SHADOWED -> inUse(node, SAFE + 1);
      case DEFAULT_NATIVE -> inUse(node, SAFE + 2);
      case PYTHON_RETIRED, JAVA_ONLY -> inUse(node, ALL);
    };
  }

  private static StageLook of(Stage stage, int bars) {
    return new StageLook(stage.text(), stage.title(), bars);
  }

  /** Whoever has come so far is safe to switch as well, and is found by that word. */
  private static StageLook inUse(NodeRow node, int bars) {
    if (node.stage() == Stage.JAVA_ONLY) {
      return of(node.stage(), bars);
    }
    return new StageLook("safe-" + node.stage().text(), node.stage().title(), bars);
  }

  /** The bars: {@code ▮▮▯▯▯▯}. */
  public String glyphs() {
    return "▮".repeat(bars) + "▯".repeat(ALL - bars);
  }
}
