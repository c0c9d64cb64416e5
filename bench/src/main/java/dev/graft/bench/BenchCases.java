package dev.graft.bench;

import dev.graft.bench.BenchCase.Kind;
import dev.graft.bench.BenchCase.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** The published groups, in their order. */
final class BenchCases {
  private static final double MILLIS = 1000;

  private BenchCases() {}

  /** All cases. */
  static List<BenchCase> all() {
    List<BenchCase> cases = new ArrayList<>();
    cases.add(
        cold(
            "simple",
            "1",
            "simple calculation",
            step("calculator", dict("operation", "multiply", "operand", 3L)),
            42L,
            126L,
            141.70));
    cases.add(
        new BenchCase(
            "counter",
            "2",
            "stateful counter",
            Kind.CALL,
            List.of(step("counter")),
            42L,
            call -> List.of(dict("value", 42L, "count", call)),
            113.65));
    cases.addAll(marshaling());
    cases.add(
        cold(
            "initialization",
            "4",
            "create, initialize, one call",
            step("bench-add-value", dict("value", 10L)),
            32L,
            42L,
            150.42));
    cases.add(transform());
    cases.add(
        new BenchCase(
            "streaming",
            "6",
            "streaming, five outputs",
            Kind.CALL,
            List.of(step("repeat", dict("count", 5L))),
            10L,
            call -> multiples(5),
            121.20));
    cases.add(
        new BenchCase(
            "chain",
            "7",
            "chain of three nodes",
            Kind.CHAIN,
            List.of(step("double"), step("add-ten"), step("format")),
            5L,
            call -> List.of(dict("result", 20L, "formatted", "Result: 20")),
            432.61));
    cases.add(
        new BenchCase(
            "reused",
            "8",
            "reuse: reused",
            Kind.CALL,
            List.of(step("double")),
            42L,
            call -> List.of(84L),
            107.25));
    cases.add(cold("renewed", "8", "reuse: renewed", step("double"), 42L, 84L, 159.89));
    return List.copyOf(cases);
  }

  /** The case of that name. */
  static BenchCase of(String id) {
    return all().stream()
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no benchmark " + id));
  }

  private static List<BenchCase> marshaling() {
    return List.of(
        passThrough("int", "3a", 42L, 102.23),
        passThrough("str", "3b", "hello world", 85.65),
        passThrough("small-list", "3c", ints(1, 5), 117.34),
        passThrough("large-list", "3d", ints(0, 99), 279.54),
        passThrough("dict", "3e", dict("key", "value", "number", 42L), 119.12),
        passThrough(
            "nested-dict",
            "3f",
            dict("data", dict("nested", dict("value", 42L)), "array", ints(1, 3), "string", "test"),
            148.54));
  }

  private static BenchCase transform() {
    Map<String, @Nullable Object> nested = dict("count", 5L);
    return new BenchCase(
        "transform",
        "5",
        "complex transform",
        Kind.CALL,
        List.of(step("bench-transform", dict("multiplier", 3L, "recursive", false))),
        dict("value1", 10L, "value2", 20L, "name", "test", "nested", nested),
        call -> {
          Map<String, @Nullable Object> metadata = dict("processed_count", call, "multiplier", 3L);
          Map<String, @Nullable Object> output =
              dict("value1", 30L, "value2", 60L, "name", "test", "nested", nested);
          output.put("_metadata", metadata);
          return List.of(output);
        },
        148.05);
  }

  private static BenchCase passThrough(String id, String group, Object item, double olderMicros) {
    return new BenchCase(
        id,
        group,
        "marshaling, " + id.replace('-', ' '),
        Kind.CALL,
        List.of(step("pass-through")),
        item,
        call -> List.of(item),
        olderMicros);
  }

  private static BenchCase cold(
      String id,
      String group,
      String title,
      Step step,
      Object item,
      Object output,
      double olderMillis) {
    return new BenchCase(
        id,
        group,
        title,
        Kind.COLD,
        List.of(step),
        item,
        call -> List.of(output),
        olderMillis * MILLIS);
  }

  private static List<@Nullable Object> multiples(int count) {
    List<@Nullable Object> outputs = new ArrayList<>();
    for (long i = 0; i < count; i++) {
      outputs.add(dict("index", i, "value", 10 * i));
    }
    return outputs;
  }

  private static List<Long> ints(long first, long last) {
    return LongStream.rangeClosed(first, last).boxed().toList();
  }

  private static Step step(String type) {
    return step(type, Map.of());
  }

  private static Step step(String type, Map<String, @Nullable Object> params) {
    return new Step(type, params);
  }

  private static Map<String, @Nullable Object> dict(Object... keysAndValues) {
    Map<String, @Nullable Object> dict = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      dict.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return dict;
  }
}
