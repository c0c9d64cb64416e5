package dev.graft.compat.speed;

import java.util.List;

/**
 * A ratio of which somebody can say how sure it is.
 *
 * @param value the geometric mean
 * @param low where the interval of 95 % begins
 * @param high where it ends
 */
public record Interval(double value, double low, double high) {
  /** Student's t for 95 %, both sides, by degrees of freedom from 1. */
  private static final double[] T = {
    12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160,
    2.145, 2.131, 2.120, 2.110, 2.101, 2.093, 2.086, 2.080, 2.074, 2.069, 2.064, 2.060, 2.056,
    2.052, 2.048, 2.045, 2.042
  };

  /**
   * The interval of observations that do not depend on each other.
   *
   * @param logs their natural logarithms, at least two
   */
  static Interval of(List<Double> logs) {
    int n = logs.size();
    if (n < 2) {
      throw new IllegalArgumentException(
          "of " + n + " observations nobody knows how sure they are");
    }
    double mean = Means.of(logs);
    double squares = 0;
    for (double each : logs) {
      squares += (each - mean) * (each - mean);
    }
    double half = T[Math.min(n - 1, T.length) - 1] * Math.sqrt(squares / (n - 1) / n);
    return new Interval(Math.exp(mean), Math.exp(mean - half), Math.exp(mean + half));
  }

  /** Whether nobody can say which of the two is faster. */
  public boolean isOpen() {
    return low <= 1 && high >= 1;
  }
}
