package dev.graft.bench;

import dev.graft.bench.report.Estimate;
import dev.graft.bench.report.Figures;
import dev.graft.bench.report.Section;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The published groups.
 *
 * @param measurements in the order of the groups
 */
record GroupsSection(List<Measurement> measurements) implements Section {
  private static final double NANOS_PER_MICRO = 1e3;

  GroupsSection {
    measurements = List.copyOf(measurements);
  }

  @Override
  public String name() {
    return "results";
  }

  @Override
  public String markdown() {
    StringBuilder text = new StringBuilder();
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
                Figures.time(own.median()),
                Figures.time(own.low()),
                Figures.time(own.high()),
                own.isSound() ? "" : " ²",
                Figures.time(direct.median()),
                Figures.digits(ratio.median()),
                Figures.digits(ratio.low()),
                Figures.digits(ratio.high()),
                Figures.time(measurement.benchCase().olderMicros() * NANOS_PER_MICRO)));
  }

  @Override
  public Object tree() {
    List<Object> results = new ArrayList<>();
    for (Measurement measurement : measurements) {
      Map<String, @Nullable Object> result = new LinkedHashMap<>();
      result.put("group", measurement.benchCase().group());
      result.put("case", measurement.benchCase().id());
      result.put("title", measurement.title());
      result.put("backend", measurement.backend().text());
      result.put("served_by", measurement.servedBy());
      result.put("nanos_per_call", Figures.tree(measurement.nanos()));
      result.put("direct_nanos_per_call", Figures.tree(measurement.directNanos()));
      result.put("ratio", Figures.tree(measurement.ratios()));
      result.put("older_system_micros", measurement.benchCase().olderMicros());
      results.add(result);
    }
    return results;
  }
}
