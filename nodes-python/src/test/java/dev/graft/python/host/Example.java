package dev.graft.python.host;

import dev.graft.runtime.json.JsonFormatException;
import dev.graft.runtime.json.TypedJson;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A value in every form that it has outside a program. The examples are the contract: no codec may
 * change its mind about them.
 *
 * @param json as typed JSON
 * @param value as Java has it
 * @param message as MessagePack, in hex
 */
public record Example(String json, @Nullable Object value, String message) {
  /** A node's file with the classes that examples name, and a node that gives back its items. */
  public static final String ECHO =
      """
      import dataclasses, enum
      class Color(enum.Enum):
          RED = 1
      @dataclasses.dataclass
      class Point:
          x: object
          y: object
      class Echo:
          def process(self, item):
              return [item]
      """;

  /** All examples. */
  public static List<Example> all() throws IOException, JsonFormatException {
    List<Example> examples = new ArrayList<>();
    try (InputStream in = Example.class.getResourceAsStream("examples.jsonl")) {
      byte[] bytes = Objects.requireNonNull(in).readAllBytes();
      for (String line : new String(bytes, StandardCharsets.UTF_8).lines().toList()) {
        List<?> parts = (List<?>) Objects.requireNonNull(TypedJson.read(line, "examples.jsonl"));
        String message = String.valueOf(parts.get(1));
        String json = line.substring(1, line.length() - message.length() - 4);
        examples.add(new Example(json, parts.getFirst(), message));
      }
    }
    return examples;
  }
}
