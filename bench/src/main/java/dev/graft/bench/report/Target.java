package dev.graft.bench.report;

import java.util.List;
import java.util.function.DoubleFunction;

/**
 * A figure that must not be exceeded.
 *
 * @param what what is measured, as the subject of a sentence
 * @param limit the largest median that is good
 * @param text how a figure is written
 */
public record Target(String what, double limit, DoubleFunction<String> text) {
  /**
   * What the samples say: the median decides, and where the interval reaches over the limit, that
   * is said too.
   */
  public String verdict(List<Double> samples) {
    return Estimate.of(samples)
        .map(
            e ->
                "- **%s**: %s, target at most %s: %s"
                    .formatted(judge(e), what, text.apply(limit), Figures.interval(samples, text)))
        .orElse("- not measured: " + what);
  }

  private String judge(Estimate estimate) {
    if (estimate.median() <= limit) {
      return estimate.high() <= limit ? "met" : "met, but not by the whole interval";
    }
    return estimate.low() > limit ? "missed" : "missed, but not by the whole interval";
  }
}
