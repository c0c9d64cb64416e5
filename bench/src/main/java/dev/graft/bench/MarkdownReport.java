package dev.graft.bench;

import java.util.List;
import java.util.Locale;

/** The results as a Markdown table. */
final class MarkdownReport {
  private static final double MICRO = 1e3;
  private static final double MILLI = 1e6;
  private static final double SECOND = 1e9;

  private MarkdownReport() {}

  static String of(Surroundings surroundings, List<Measurement> measurements) {
    StringBuilder text = new StringBuilder();
    text.append(surroundings.text()).append("\n\n");
    text.append(
        """
        | group | what | backend | median per call | 95 % interval | CPython direct | ratio to it, 95 % | older system ¹ |
        |---|---|---|---:|---:|---:|---:|---:|
        """);
    measurements.forEach(measurement -> row(text, measurement));
    text.append(
        """

        ¹ As published, measured on another machine with RustPython: for orientation, not a comparison.
        ² Fewer than six samples: the interval is the range of all of them and promises nothing.
        """);
    text.append("\nServed by:\n\n");
    measurements.stream()
        .map(Measurement::servedBy)
        .distinct()
        .sorted()
        .forEach(who -> text.append("- ").append(who).append('\n'));
    return text.toString();
  }

  private static void row(StringBuilder text, Measurement measurement) {
    Estimate own = Estimate.of(measurement.nanos()).orElse(null);
    Estimate direct = Estimate.of(measurement.directNanos()).orElse(null);
    Estimate ratio = Estimate.of(measurement.ratios()).orElse(null);
    if (own == null || direct == null || ratio == null) {
      return;
    }
    text.append(
        "| %s | %s | %s | %s | %s – %s%s | %s | %s× (%s – %s) | %s |%n"
            .formatted(
                measurement.benchCase().group(),
                measurement.title(),
                measurement.backend(),
                time(own.median()),
                time(own.low()),
                time(own.high()),
                own.isSound() ? "" : " ²",
                time(direct.median()),
                digits(ratio.median()),
                digits(ratio.low()),
                digits(ratio.high()),
                time(measurement.benchCase().olderMicros() * MICRO)));
  }

  /** A time in the unit that suits it. */
  static String time(double nanos) {
    if (nanos < MILLI) {
      return digits(nanos / MICRO) + " µs";
    }
    return nanos < SECOND ? digits(nanos / MILLI) + " ms" : digits(nanos / SECOND) + " s";
  }

  /** Three digits, as far as there are that many. */
  static String digits(double value) {
    int decimals = value < 0.1 ? 3 : value < 10 ? 2 : value < 100 ? 1 : 0;
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }
}
