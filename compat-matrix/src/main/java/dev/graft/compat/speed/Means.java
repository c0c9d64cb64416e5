package dev.graft.compat.speed;

import java.util.List;

/** What stands for several numbers. */
final class Means {
  private Means() {}

  /** The arithmetic mean. */
  static double of(List<Double> numbers) {
    double sum = 0;
    for (double each : numbers) {
      sum += each;
    }
    return sum / numbers.size();
  }

  /** The geometric mean of numbers that are more than nothing. */
  static double geometric(List<Double> numbers) {
    return Math.exp(of(numbers.stream().map(Math::log).toList()));
  }

  /**
   * The number below which a part of them lies.
   *
   * @param part from 0 for the least to 1 for the greatest; 0.5 for the median
   */
  static double quantile(List<Double> numbers, double part) {
    List<Double> sorted = numbers.stream().sorted().toList();
    double place = part * (sorted.size() - 1);
    int below = (int) place;
    double rest = place - below;
    return sorted.get(below) * (1 - rest)
        + sorted.get(Math.min(below + 1, sorted.size() - 1)) * rest;
  }
}
