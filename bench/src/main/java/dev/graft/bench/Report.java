package dev.graft.bench;

import dev.graft.bench.report.Section;
import dev.graft.runtime.json.TypedJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All results of one run.
 *
 * @param surroundings where and how was measured
 * @param sections the results by kind
 */
record Report(Surroundings surroundings, List<Section> sections) {
  Report {
    sections = List.copyOf(sections);
  }

  String markdown() {
    StringBuilder text = new StringBuilder(surroundings.text()).append('\n');
    sections.forEach(section -> text.append('\n').append(section.markdown()));
    return text.toString();
  }

  String json() {
    Map<String, @Nullable Object> report = new LinkedHashMap<>();
    report.put("time", surroundings.time().toString());
    report.put("processor", surroundings.processor());
    report.put("java", surroundings.java());
    report.put("mode", surroundings.mode());
    sections.forEach(section -> report.put(section.name(), section.tree()));
    return TypedJson.writePlain(report);
  }
}
