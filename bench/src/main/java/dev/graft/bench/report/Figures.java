package dev.graft.bench.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleFunction;
import org.jspecify.annotations.Nullable;

/** Numbers as texts for a reader and as trees for a program. */
public final class Figures {
  private static final double MICRO = 1e3;
  private static final double MILLI = 1e6;
  private static final double SECOND = 1e9;

  private Figures() {}

  /** A time, given in nanoseconds, in the unit that suits it. */
  public static String time(double nanos) {
    if (Math.abs(nanos) < MILLI) {
      return digits(nanos / MICRO) + " µs";
    }
    return Math.abs(nanos) < SECOND ? digits(nanos / MILLI) + " ms" : digits(nanos / SECOND) + " s";
  }

  /** Three digits, as far as there are that many. */
  public static String digits(double value) {
    double size = Math.abs(value);
    int decimals = size < 0.1 ? 3 : size < 10 ? 2 : size < 100 ? 1 : 0;
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }

  /** A ratio. */
  public static String times(double ratio) {
    return digits(ratio) + "×";
  }

  /** A median with its interval; with a mark at an interval that promises nothing. */
  public static String interval(List<Double> samples, DoubleFunction<String> text) {
    return Estimate.of(samples)
        .map(
            e ->
                "%s (%s – %s%s)"
                    .formatted(
                        text.apply(e.median()),
                        text.apply(e.low()),
                        text.apply(e.high()),
                        e.isSound() ? "" : ", all samples"))
        .orElse("–");
  }

  /** Samples with their estimate. */
  public static Map<String, @Nullable Object> tree(List<Double> samples) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    Estimate.of(samples)
        .ifPresent(
            e -> {
              tree.put("median", e.median());
              tree.put("low", e.low());
              tree.put("high", e.high());
            });
    tree.put("samples", samples);
    return tree;
  }
}
