package dev.graft.port.write;

import dev.graft.descriptor.Example;
import dev.graft.render.JsonWriter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The examples of a node as a file of cases, to which others can be added. */
public final class ExampleCases {
  private ExampleCases() {}

  /**
   * The text of the file. The values of examples are typed JSON already, and stay as they are.
   *
   * @param schema where the schema lies, seen from the file; none where it does not: an editor
   *     complains of what it cannot find
   */
  public static String of(String node, List<Example> examples, Optional<String> schema) {
    StringBuilder text = new StringBuilder("{\n");
    schema.ifPresent(place -> text.append("  \"$schema\": %s,\n".formatted(quoted(place))));
    text.append("  \"node\": ").append(quoted(node)).append(",\n  \"cases\": [\n");
    for (int i = 0; i < examples.size(); i++) {
      Example each = examples.get(i);
      text.append("    {\n      \"id\": \"example-%d\",\n".formatted(i + 1));
      text.append("      \"title\": %s,\n".formatted(quoted(title(each, i))));
      if (!each.params().equals("{}")) {
        text.append("      \"params\": %s,\n".formatted(each.params()));
      }
      text.append("      \"steps\": [%s, {\"end\": true}],\n".formatted(all("in", each.items())));
      text.append("      \"expect\": [%s]\n".formatted(all("out", each.outputs())));
      text.append(i + 1 < examples.size() ? "    },\n" : "    }\n");
    }
    return text.append("  ]\n}\n").toString();
  }

  private static String title(Example example, int index) {
    return example.title().isEmpty() ? "example " + (index + 1) : example.title();
  }

  private static String all(String key, List<String> values) {
    return values.stream()
        .map(value -> "{\"" + key + "\": " + value + "}")
        .collect(Collectors.joining(", "));
  }

  private static String quoted(String text) {
    return JsonWriter.write(text).strip();
  }
}
