package dev.graft.compat.bridge;

import dev.graft.compat.corpus.CaseFormatException;
import dev.graft.compat.corpus.CaseReader;
import dev.graft.compat.corpus.Corpus;
import dev.graft.render.JsonText;
import dev.graft.render.JsonWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes two cases of each type of the table of values: {@code int/in} has its values cross into
 * Python, {@code int/out} has them cross out of it.
 */
public final class BridgeCases {
  /** The end of the id of a case whose values go into Python. */
  public static final String IN = "/in";

  /** The end of the id of a case whose values come out of Python. */
  public static final String OUT = "/out";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private BridgeCases() {}

  /** All of them. */
  public static Corpus all() throws CaseFormatException {
    List<Object> cases = new ArrayList<>();
    for (JsonNode row : JSON.readTree(BridgeNode.resource("values.json"))) {
      cases.add(into(row));
      cases.add(outOf(row));
    }
    String file = JsonWriter.write(Map.of("node", BridgeNode.ID, "cases", cases));
    return new Corpus(CaseReader.read(file, "the values of the bridge"));
  }

  private static Map<String, Object> into(JsonNode row) {
    List<Object> steps = new ArrayList<>();
    List<Object> expected = new ArrayList<>();
    for (JsonNode value : row.get("values")) {
      expected.add(expected(steps.size(), says(row, value)));
      steps.add(Map.of("in", new JsonText(value.get("value").toString())));
    }
    return oneCase(row, IN, " crosses into Python", Map.of(), steps, expected);
  }

  /** In a list, since none alone would be no output. */
  private static Map<String, Object> outOf(JsonNode row) {
    List<Object> steps = new ArrayList<>();
    List<Object> expected = new ArrayList<>();
    for (JsonNode value : row.get("values")) {
      expected.add(expected(steps.size(), new JsonText("[" + value.get("value") + "]")));
      steps.add(Map.of("in", value.get("python").asString()));
    }
    return oneCase(row, OUT, " crosses out of Python", Map.of("make", true), steps, expected);
  }

  private static Map<String, Object> oneCase(
      JsonNode row,
      String direction,
      String title,
      Map<String, Object> params,
      List<Object> steps,
      List<Object> expected) {
    String type = row.get("type").asString();
    return Map.of(
        "id",
        type.replace(' ', '-') + direction,
        "title",
        type + title,
        "tags",
        List.of("bridge"),
        "origin",
        Map.of("kind", "bridge"),
        "params",
        params,
        "steps",
        steps,
        "expect",
        expected);
  }

  private static Map<String, Object> expected(int step, Object output) {
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("out", output);
    event.put("at", step);
    return event;
  }

  /** What Python says of it: most often how it is made is also how it is written. */
  private static String says(JsonNode row, JsonNode value) {
    return value.has("says")
        ? value.get("says").asString()
        : row.get("class").asString() + ' ' + value.get("python").asString();
  }
}
