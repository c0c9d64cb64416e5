package dev.graft.bench.report;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A median with its interval.
 *
 * @param median the median
 * @param low the lower end
 * @param high the upper end
 * @param samples how many samples there were
 */
public record Estimate(double median, double low, double high, int samples) {
  private static final double TAIL = 0.025;

  /**
   * The estimate from samples. The interval lies between two of them, chosen by rank so that it
   * holds the true median with a probability of at least 95 %, whatever the distribution is; with
   * fewer than six samples there is no such interval, and it is that of all samples.
   */
  public static Optional<Estimate> of(List<Double> values) {
    if (values.isEmpty()) {
      return Optional.empty();
    }
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    int n = sorted.length;
    int rank = lowRank(n);
    double median = (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
    return Optional.of(new Estimate(median, sorted[rank], sorted[n - 1 - rank], n));
  }

  /** Whether the interval holds what it promises. */
  public boolean isSound() {
    return samples > 5;
  }

  /** The largest rank r, from 0, with P(Binomial(n, ½) ≤ r) ≤ 2.5 %; 0 if there is none. */
  private static int lowRank(int n) {
    double[] row = new double[n + 1];
    Arrays.fill(row, 0);
    row[0] = 1;
    for (int i = 1; i <= n; i++) {
      for (int k = i; k >= 0; k--) {
        row[k] = (row[k] + (k == 0 ? 0 : row[k - 1])) / 2;
      }
    }
    int rank = 0;
    double sum = row[0];
    while (sum + row[rank + 1] <= TAIL) {
      sum += row[++rank];
    }
    return rank;
  }
}
