package dev.graft.compat.store;

import dev.graft.compat.corpus.Case;
import dev.graft.compat.subject.Event;
import dev.graft.compat.subject.Trace;
import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.backend.ServedBy;
import dev.graft.runtime.json.JsonFormatException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was seen of one case on one backend, as a line of {@code results.jsonl}.
 *
 * @param key of all that decides it
 * @param caseKey the node and the id of the case
 * @param backend the backend
 * @param line the whole line, with the trace
 */
public record Observation(String key, String caseKey, BackendId backend, String line) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** The line of a trace. */
  public static Observation of(Case played, BackendId backend, ResultKey key, Trace trace) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("case", played.key());
    tree.put("hash", played.hash());
    tree.put("backend", backend.text());
    tree.put("key", key.text());
    tree.put("node_hash", key.node());
    tree.put("ended", trace.end().name());
    tree.put("reason", trace.reason());
    tree.put("plays", trace.plays());
    tree.put("nanos", trace.nanos());
    trace
        .servedBy()
        .ifPresent(
            who ->
                tree.put(
                    "served_by",
                    List.of(
                        who.backend().text(),
                        who.implementation(),
                        who.process(),
                        who.codeHash())));
    tree.put("events", trace.events().stream().map(EventJson::write).toList());
    return new Observation(key.text(), played.key(), backend, JSON.writeValueAsString(tree));
  }

  /** The observation of a line; empty if the line says something else, or is cut off. */
  public static Optional<Observation> read(String line) {
    if (!line.startsWith("{\"case\"") || !line.endsWith("}")) {
      return Optional.empty();
    }
    try {
      JsonNode json = JSON.readTree(line);
      Optional<BackendId> backend = BackendId.of(json.path("backend").asString(""));
      return json.has("events") && json.has("key") && backend.isPresent()
          ? Optional.of(
              new Observation(
                  json.path("key").asString(), json.path("case").asString(), backend.get(), line))
          : Optional.empty();
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  /** The trace; empty if a value of it cannot be read again, as an opaque reference cannot. */
  public Optional<Trace> trace() {
    try {
      JsonNode json = JSON.readTree(line);
      List<Event> events = new ArrayList<>();
      for (JsonNode each : json.path("events")) {
        events.add(EventJson.read(each));
      }
      return Optional.of(
          new Trace(
              Trace.Ended.valueOf(json.path("ended").asString()),
              json.path("reason").asString(),
              events,
              servedBy(json.path("served_by")),
              json.path("nanos").asLong(),
              json.path("plays").asInt()));
    } catch (JsonFormatException | JacksonException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<ServedBy> servedBy(JsonNode json) {
    return BackendId.of(json.path(0).asString(""))
        .map(
            backend ->
                new ServedBy(
                    backend,
                    json.path(1).asString(),
                    json.path(2).asString(),
                    json.path(3).asString()));
  }
}
