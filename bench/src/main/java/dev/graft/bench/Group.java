package dev.graft.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One group of the published benchmark: nodes, an input, and what must come out.
 *
 * @param id its number in the older system's tables, with a letter where it has parts
 * @param title what it measures
 * @param nodes node type and parameters as JSON, in the order of the chain
 * @param input the item that is given again and again
 * @param olderMicros what the older system published, in microseconds, measured on another machine
 */
record Group(
    String id, String title, List<Node> nodes, @Nullable Object input, double olderMicros) {
  /**
   * One node of a chain.
   *
   * @param type the catalogue id
   * @param params as JSON
   */
  record Node(String type, String params) {}

  /** The groups whose instance is used again. */
  static final List<Group> WARM =
      List.of(
          one("2", "stateful call", "counter", "{}", 42L, 113.65),
          one("3a", "int in and out", "pass-through", "{}", 42L, 102.23),
          one("3b", "str in and out", "pass-through", "{}", "hello world", 85.65),
          one("3c", "list of 5", "pass-through", "{}", numbers(1, 6), 117.34),
          one("3d", "list of 100", "pass-through", "{}", numbers(0, 100), 279.54),
          one("3e", "dict", "pass-through", "{}", dict("key", "value", "number", 42L), 119.12),
          one("3f", "nested dict", "pass-through", "{}", nested(), 148.54),
          one(
              "5",
              "complex transform",
              "transform",
              "{\"multiplier\": 3, \"recursive\": false}",
              transformInput(),
              148.05),
          one("6", "generator of 5", "repeat", "{\"count\": 5}", 10L, 121.20),
          new Group(
              "7",
              "chain of three",
              List.of(
                  new Node("double", "{}"), new Node("add-ten", "{}"), new Node("format", "{}")),
              5L,
              432.61),
          one("8", "reused instance", "double", "{}", 42L, 107.25));

  /** The groups that make a new interpreter and instance for each call. */
  static final List<Group> COLD =
      List.of(
          one(
              "1",
              "simple, new interpreter",
              "calculator",
              "{\"operation\": \"multiply\", \"operand\": 3}",
              42L,
              141_700),
          one("4", "initialization", "add-value", "{\"value\": 10}", 32L, 150_420),
          one("8n", "new interpreter", "double", "{}", 42L, 159_890));

  /** The group of that id. */
  static Group of(String id) {
    return Stream.concat(WARM.stream(), COLD.stream())
        .filter(group -> group.id.equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no group " + id));
  }

  /** What the call with that number, from 1, must emit. */
  List<@Nullable Object> expected(long call) {
    List<@Nullable Object> outputs = new ArrayList<>();
    switch (id) {
      case "1" -> outputs.add(126L);
      case "2" -> outputs.add(dict("value", 42L, "count", call));
      case "4" -> outputs.add(42L);
      case "5" -> outputs.add(transformed(call));
      case "6" -> {
        for (long i = 0; i < 5; i++) {
          outputs.add(dict("index", i, "value", 10 * i));
        }
      }
      case "7" -> outputs.add(dict("result", 20L, "formatted", "Result: 20"));
      case "8", "8n" -> outputs.add(84L);
      default -> outputs.add(input);
    }
    return outputs;
  }

  private static Group one(
      String id, String title, String type, String params, Object input, double olderMicros) {
    return new Group(id, title, List.of(new Node(type, params)), input, olderMicros);
  }

  private static List<@Nullable Object> numbers(long from, long to) {
    List<@Nullable Object> list = new ArrayList<>();
    LongStream.range(from, to).forEach(list::add);
    return list;
  }

  private static Map<String, @Nullable Object> nested() {
    return dict(
        "data",
        dict("nested", dict("value", 42L)),
        "array",
        numbers(1, 4),
        "string",
        "test");
  }

  private static Map<String, @Nullable Object> transformInput() {
    return dict("value1", 10L, "value2", 20L, "name", "test", "nested", dict("count", 5L));
  }

  private static Map<String, @Nullable Object> transformed(long call) {
    return dict(
        "value1",
        30L,
        "value2",
        60L,
        "name",
        "test",
        "nested",
        dict("count", 5L),
        "_metadata",
        dict("processed_count", call, "multiplier", 3L));
  }

  private static Map<String, @Nullable Object> dict(Object... namesAndValues) {
    Map<String, @Nullable Object> dict = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      dict.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return dict;
  }
}
