package dev.graft.compat.store;

import dev.graft.compat.subject.Event;
import dev.graft.compat.subject.Failure;
import dev.graft.compat.subject.ValueText;
import dev.graft.node.ErrorKind;
import dev.graft.params.Violation;
import dev.graft.runtime.failure.Phase;
import dev.graft.runtime.json.JsonFormatException;
import dev.graft.runtime.json.TypedJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Writes events as JSON and reads them again. Values are texts of typed JSON. */
final class EventJson {
  private EventJson() {}

  static Map<String, @Nullable Object> write(Event event) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("step", event.step());
    switch (event) {
      case Event.Out out -> tree.put("out", ValueText.of(out.value()));
      case Event.State state -> tree.put("state", ValueText.of(state.value()));
      case Event.End _ -> tree.put("end", true);
      case Event.Failed failed -> tree.put("error", failure(failed.failure()));
      case Event.Changed changed -> {
        tree.put("changed", changed.what());
        tree.put("before", ValueText.of(changed.before()));
        tree.put("after", ValueText.of(changed.after()));
      }
    }
    return tree;
  }

  private static Map<String, @Nullable Object> failure(Failure failure) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("phase", failure.phase().text());
    tree.put("kind", failure.kind().text());
    failure.index().ifPresent(index -> tree.put("index", index));
    tree.put(
        "violations",
        failure.violations().stream()
            .map(each -> List.of(each.code(), each.path(), each.fact()))
            .toList());
    tree.put("type", failure.type());
    tree.put("message", failure.message());
    tree.put("traceback", failure.traceback());
    return tree;
  }

  static Event read(JsonNode json) throws JsonFormatException {
    int step = json.path("step").asInt();
    if (json.has("out")) {
      return new Event.Out(step, value(json.get("out")));
    } else if (json.has("state")) {
      return new Event.State(step, value(json.get("state")));
    } else if (json.has("changed")) {
      String what = json.path("changed").asString();
      return new Event.Changed(step, what, value(json.get("before")), value(json.get("after")));
    } else if (json.has("error")) {
      return new Event.Failed(step, failure(json.path("error")));
    }
    return new Event.End(step);
  }

  private static @Nullable Object value(JsonNode json) throws JsonFormatException {
    return TypedJson.read(json.asString(), "a result");
  }

  private static Failure failure(JsonNode json) throws JsonFormatException {
    String phase = json.path("phase").asString();
    List<Violation> violations = new ArrayList<>();
    for (JsonNode each : json.path("violations")) {
      violations.add(
          new Violation(each.path(0).asString(), each.path(1).asString(), each.path(2).asString()));
    }
    return new Failure(
        Phase.of(phase)
            .orElseThrow(() -> new JsonFormatException("a result", "there is no phase " + phase)),
        new ErrorKind(json.path("kind").asString()),
        json.has("index") ? OptionalLong.of(json.path("index").asLong()) : OptionalLong.empty(),
        violations,
        json.path("type").asString(),
        json.path("message").asString(),
        json.path("traceback").asString());
  }
}
