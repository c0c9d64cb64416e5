package dev.graft.compat.changes;

import dev.graft.runtime.backend.BackendId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code baseline.jsonl}: what a project holds its runs against, to be kept beside its sources. The
 * first line says by which rules and on which backends; each line after it is a result. It is
 * sorted and without times, so that a change of it can be read.
 */
public final class Baseline {
  /** How the name of such a file ends. */
  public static final String ENDING = ".jsonl";

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int VERSION = 1;

  private Baseline() {}

  /** The text of the file. */
  public static String write(RecordedRun run) {
    Map<String, String> backends = new LinkedHashMap<>();
    run.backends().forEach((backend, version) -> backends.put(backend.text(), version));
    Map<String, Object> head = new LinkedHashMap<>();
    head.put("baseline", VERSION);
    head.put("comparator", run.comparator());
    head.put("backends", backends);
    StringBuilder lines = new StringBuilder(JSON.writeValueAsString(head)).append('\n');
    run.results().stream()
        .sorted(Comparator.comparing(Recorded::key).thenComparing(Recorded::backend))
        .forEach(result -> lines.append(JSON.writeValueAsString(line(result))).append('\n'));
    return lines.toString();
  }

  private static Map<String, Object> line(Recorded result) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("case", result.key());
    line.put("hash", result.hash());
    line.put("backend", result.backend().text());
    line.put("verdict", result.verdict());
    if (!result.signature().isEmpty()) {
      line.put("signature", result.signature());
    }
    return line;
  }

  static RecordedRun read(String text, String name) throws ChangesException {
    List<String> lines = text.lines().toList();
    JsonNode head = head(lines, name);
    Map<BackendId, String> backends = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> each : head.path("backends").properties()) {
      BackendId backend =
          BackendId.of(each.getKey())
              .orElseThrow(
                  () ->
                      new ChangesException(name, "there is no backend \"" + each.getKey() + "\"."));
      backends.put(backend, each.getValue().asString(""));
    }
    List<Recorded> results = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      String place = name + ", line " + (i + 1);
      results.add(result(json(lines.get(i), place), place));
    }
    return new RecordedRun(
        name, head.path("comparator").asInt(0), true, true, "", backends, results);
  }

  private static JsonNode head(List<String> lines, String name) throws ChangesException {
    JsonNode head = json(lines.isEmpty() ? "{}" : lines.getFirst(), name + ", line 1");
    if (head.path("baseline").asInt(0) != VERSION) {
      throw new ChangesException(
          name,
          "it is no baseline of this version: the first line must hold \"baseline\": %d. "
                  .formatted(VERSION)
              + "Write it again with `graft matrix --write-baseline`.");
    }
    return head;
  }

  private static JsonNode json(String line, String place) throws ChangesException {
    try {
      return JSON.readTree(line);
    } catch (JacksonException e) {
      throw new ChangesException(place, "it is no JSON: " + e.getOriginalMessage());
    }
  }

  private static Recorded result(JsonNode json, String place) throws ChangesException {
    for (String name : List.of("case", "hash", "verdict")) {
      if (json.path(name).asString("").isEmpty()) {
        throw new ChangesException(place, "\"" + name + "\" is missing.");
      }
    }
    return new Recorded(
        json.path("case").asString(),
        json.path("hash").asString(),
        RunReader.backend(json.path("backend"), place),
        json.path("verdict").asString(),
        json.path("signature").asString(""),
        OptionalLong.empty());
  }
}
