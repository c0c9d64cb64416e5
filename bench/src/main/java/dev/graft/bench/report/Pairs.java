package dev.graft.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleBinaryOperator;

/**
 * Samples that were taken in turn, compared neighbour with neighbour: what disturbs the machine for
 * longer than a turn disturbs both.
 */
public final class Pairs {
  private Pairs() {}

  /** How many times as much as its neighbour each sample is. */
  public static List<Double> ratios(List<Double> samples, List<Double> others) {
    return each(samples, others, (a, b) -> a / b);
  }

  /** How much more than its neighbour each sample is. */
  public static List<Double> differences(List<Double> samples, List<Double> others) {
    return each(samples, others, (a, b) -> a - b);
  }

  private static List<Double> each(
      List<Double> samples, List<Double> others, DoubleBinaryOperator operator) {
    if (samples.size() != others.size()) {
      throw new IllegalArgumentException(samples.size() + " samples beside " + others.size());
    }
    List<Double> results = new ArrayList<>();
    for (int i = 0; i < samples.size(); i++) {
      results.add(operator.applyAsDouble(samples.get(i), others.get(i)));
    }
    return results;
  }
}
