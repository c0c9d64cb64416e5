package dev.graft.bench;

import dev.graft.runtime.json.TypedJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The results with all samples, as JSON. */
final class JsonReport {
  private JsonReport() {}

  static String of(Surroundings surroundings, List<Measurement> measurements) {
    Map<String, @Nullable Object> report = new LinkedHashMap<>();
    report.put("time", surroundings.time().toString());
    report.put("processor", surroundings.processor());
    report.put("java", surroundings.java());
    report.put("mode", surroundings.mode());
    List<Object> results = new ArrayList<>();
    for (Measurement measurement : measurements) {
      Map<String, @Nullable Object> result = new LinkedHashMap<>();
      result.put("group", measurement.benchCase().group());
      result.put("case", measurement.benchCase().id());
      result.put("title", measurement.title());
      result.put("backend", measurement.backend().text());
      result.put("served_by", measurement.servedBy());
      result.put("nanos_per_call", measurement.nanos());
      result.put("direct_nanos_per_call", measurement.directNanos());
      Estimate.of(measurement.nanos()).ifPresent(e -> result.put("nanos", tree(e)));
      Estimate.of(measurement.ratios()).ifPresent(e -> result.put("ratio", tree(e)));
      result.put("older_system_micros", measurement.benchCase().olderMicros());
      results.add(result);
    }
    report.put("results", results);
    return TypedJson.writePlain(report);
  }

  private static Map<String, @Nullable Object> tree(Estimate estimate) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("median", estimate.median());
    tree.put("low", estimate.low());
    tree.put("high", estimate.high());
    tree.put("samples", (long) estimate.samples());
    return tree;
  }
}
