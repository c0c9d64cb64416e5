package dev.graft.compat.store;

import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.backend.BackendStatus;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Writes what a backend was in a run, and reads it again. */
public final class BackendJson {
  private BackendJson() {}

  /** The line. */
  public static Map<String, Object> tree(BackendStatus status, String fingerprint) {
    Map<String, Object> backend = new LinkedHashMap<>();
    backend.put("id", status.backend().text());
    backend.put("available", status.available());
    backend.put("implementation", status.implementation());
    backend.put("fingerprint", fingerprint);
    backend.put(
        "facts",
        status.facts().stream()
            .map(fact -> List.of(fact.name(), fact.good(), fact.value(), fact.advice()))
            .toList());
    return Map.of("backend", backend);
  }

  static BackendStatus status(JsonNode json, BackendId id) {
    List<BackendStatus.Fact> facts = new ArrayList<>();
    for (JsonNode fact : json.path("facts")) {
      facts.add(
          new BackendStatus.Fact(
              fact.path(0).asString(""),
              fact.path(1).asBoolean(false),
              fact.path(2).asString(""),
              fact.path(3).asString("")));
    }
    return new BackendStatus(
        id,
        json.path("available").asBoolean(false),
        json.path("implementation").asString(""),
        facts);
  }
}
