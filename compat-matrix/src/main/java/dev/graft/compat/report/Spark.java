package dev.graft.compat.report;

import dev.graft.compat.changes.PastRun;
import java.util.List;

/**
 * The last runs of a node as a row of bars, oldest first: the higher, the worse.
 *
 * @param bars one for each run
 * @param text the same in words
 */
public record Spark(String bars, String text) {

  /** The row for a node. */
  public static Spark of(List<PastRun> runs) {
    StringBuilder bars = new StringBuilder();
    runs.forEach(run -> bars.append(bar(run)));
    long clean = runs.stream().filter(run -> worst(run) == 0).count();
    return new Spark(
        bars.toString(),
        "%d of the last %s clean".formatted(clean, Counted.of(runs.size(), "run")));
  }

  private static char bar(PastRun run) {
    return switch (worst(run)) {
      case 0 -> '▁';
      case 1 -> '▄';
      default -> '▇';
    };
  }

  private static int worst(PastRun run) {
    return run.unexpected() > 0 ? 2 : run.known() > 0 ? 1 : 0;
  }
}
