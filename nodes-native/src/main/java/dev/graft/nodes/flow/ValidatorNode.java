package dev.graft.nodes.flow;

import dev.graft.annotation.Example;
import dev.graft.annotation.Node;
import dev.graft.annotation.Param;
import dev.graft.annotation.State;
import dev.graft.node.Emitter;
import dev.graft.node.Transform;
import dev.graft.py.PyTypeName;
import dev.graft.value.Numbers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says of each item which rules it breaks; items are numbered, and never refused. */
@Node(
    id = "validator",
    version = "1.0",
    summary = "Says of each item which rules it breaks.",
    category = "flow",
    effects = Node.Effects.NONE)
@Example(
    params = "{\"rules\": {\"min_value\": 0, \"allowed_types\": [\"int\", \"float\"]}}",
    items = {"1", "-1"},
    outputs = {
      "{\"original\": 1, \"validation_id\": 1, \"is_valid\": true, \"errors\": [],"
          + " \"warnings\": []}",
      "{\"original\": -1, \"validation_id\": 2, \"is_valid\": false, \"errors\":"
          + " [{\"rule\": \"min_value\", \"limit\": 0, \"value\": -1}], \"warnings\": []}"
    })
public final class ValidatorNode implements Transform<@Nullable Object, ValidatorNode.Validated> {
  private final Rules rules;
  private final boolean strict;
  @State private long count;

  /** A node. */
  public ValidatorNode(Params params) {
    rules = params.rules();
    strict = params.strictMode();
  }

  @Override
  public void process(@Nullable Object item, Emitter<? super Validated> out) {
    List<Map<String, @Nullable Object>> errors = errors(item);
    if (strict && errors.size() > 1) {
      errors = List.of(errors.get(0));
    }
    count++;
    out.emit(new Validated(item, count, errors.isEmpty(), errors, List.of()));
  }

  private List<Map<String, @Nullable Object>> errors(@Nullable Object item) {
    List<Map<String, @Nullable Object>> errors = new ArrayList<>();
    if (item instanceof Map<?, ?> dict) {
      for (String field : rules.requiredFields().orElse(List.of())) {
        if (!dict.containsKey(field)) {
          errors.add(error("required_fields", "field", field));
        }
      }
    }
    if (Numbers.isNumber(item)) {
      limit("min_value", rules.minValue(), item, 1, errors);
      limit("max_value", rules.maxValue(), item, -1, errors);
    }
    String type = PyTypeName.of(item);
    rules
        .allowedTypes()
        .filter(allowed -> !allowed.contains(type))
        .ifPresent(allowed -> errors.add(error("allowed_types", "type", type, "allowed", allowed)));
    return errors;
  }

  private static void limit(
      String rule,
      Optional<Number> limit,
      @Nullable Object item,
      int side,
      List<Map<String, @Nullable Object>> errors) {
    if (limit.isPresent() && !isWithin(item, limit.get(), side)) {
      errors.add(error(rule, "limit", limit.get(), "value", item));
    }
  }

  /** NaN is neither above nor below, so it breaks every limit. */
  private static boolean isWithin(@Nullable Object item, Number limit, int side) {
    return !isNaN(item) && !isNaN(limit) && Numbers.compare(item, limit) * side >= 0;
  }

  private static boolean isNaN(@Nullable Object number) {
    return number instanceof Double value && Double.isNaN(value);
  }

  private static Map<String, @Nullable Object> error(
      String rule, @Nullable Object... namesAndValues) {
    Map<String, @Nullable Object> error = new LinkedHashMap<>();
    error.put("rule", rule);
    for (int i = 0; i < namesAndValues.length; i += 2) {
      error.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
    }
    return error;
  }

  /** The parameters. */
  public record Params(
      @Param(doc = "What an item must satisfy; each rule may be left out.") Rules rules,
      @Param(doc = "Whether to stop at the first rule that is broken.", defaultValue = "false")
          boolean strictMode) {}

  /**
   * The rules, in the order in which they are tried.
   *
   * @param requiredFields keys that a dict must have
   * @param minValue the smallest number
   * @param maxValue the largest number
   * @param allowedTypes the names of the types in Python
   */
  public record Rules(
      Optional<List<String>> requiredFields,
      Optional<Number> minValue,
      Optional<Number> maxValue,
      Optional<List<String>> allowedTypes) {}

  /** An item and what is wrong with it. */
  public record Validated(
      @Nullable Object original,
      long validationId,
      boolean isValid,
      List<Map<String, @Nullable Object>> errors,
      List<@Nullable Object> warnings) {}
}
