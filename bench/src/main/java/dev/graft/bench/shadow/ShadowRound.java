package dev.graft.bench.shadow;

import org.HdrHistogram.Histogram;

/**
 * One run without a shadow and one with.
 *
 * @param without how long items took without
 * @param with how long they took with one
 * @param compared how many items the shadow compared
 * @param dropped how many it did not
 */
public record ShadowRound(Latencies without, Latencies with, long compared, long dropped) {
  /**
   * Times in nanoseconds.
   *
   * @param p50 half of all items took no longer
   * @param p99 all but one in a hundred took no longer
   */
  public record Latencies(double p50, double p99) {
    private static final double HALF = 50;
    private static final double MOST = 99;

    static Latencies of(Histogram all) {
      return new Latencies(all.getValueAtPercentile(HALF), all.getValueAtPercentile(MOST));
    }
  }

  @Override
  public String toString() {
    return "p99 %.0f µs without, %.0f µs with; %d compared, %d not"
        .formatted(without.p99() / 1000, with.p99() / 1000, compared, dropped);
  }
}
