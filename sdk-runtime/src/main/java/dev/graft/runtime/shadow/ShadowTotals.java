package dev.graft.runtime.shadow;

import java.time.Duration;
import java.util.List;

/**
 * What came of a shadow so far.
 *
 * @param matched items on which the two did the same
 * @param known items on which they differ as is known
 * @param mismatched calls in which they differ
 * @param errors those of them in which the candidate alone failed
 * @param dropped items that were not compared because too much waited, or the candidate for the
 *     state of the node
 * @param differences the ways in which they differ; at most {@value #MOST}
 * @param control how long the node took for a call: median and 99th percentile
 * @param candidate the same of the candidate
 */
public record ShadowTotals(
    long matched,
    long known,
    long mismatched,
    long errors,
    long dropped,
    List<Difference> differences,
    Latency control,
    Latency candidate) {
  /** So many ways are kept apart. */
  public static final int MOST = 100;

  public ShadowTotals {
    differences = List.copyOf(differences);
  }

  /** How many items were compared. */
  public long compared() {
    return matched + known + mismatched;
  }

  /**
   * A way in which they differ.
   *
   * @param signature what is the same each time
   * @param count how often
   * @param where what shows the first: a file, or a sentence that says why there is none
   */
  public record Difference(String signature, long count, String where) {}

  /**
   * How long calls take.
   *
   * @param median half of them take no longer
   * @param p99 all but one in a hundred take no longer
   */
  public record Latency(Duration median, Duration p99) {}
}
