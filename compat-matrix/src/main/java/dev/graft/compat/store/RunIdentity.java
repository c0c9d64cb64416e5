package dev.graft.compat.store;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What the results of runs must have in common to be results of one run.
 *
 * @param started when it began
 * @param cases a hash of all cases, whatever shard ran them
 * @param comparator the version of what compares
 * @param tool the version of what plays cases
 * @param shard which part of the cases, for example {@code 1/3}
 */
public record RunIdentity(
    String started, String cases, String comparator, String tool, Optional<String> shard) {

  Map<String, @Nullable Object> tree() {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("started", started);
    tree.put("cases", cases);
    tree.put("comparator", comparator);
    tree.put("tool", tool);
    tree.put("shard", shard.orElse(null));
    return tree;
  }

  static RunIdentity read(JsonNode json) {
    return new RunIdentity(
        json.path("started").asString(""),
        json.path("cases").asString(""),
        json.path("comparator").asString(""),
        json.path("tool").asString(""),
        Optional.of(json.path("shard").asString("")).filter(text -> !text.isEmpty()));
  }
}
