package dev.graft.runtime.limits;

import dev.graft.runtime.backend.BackendId;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a file of known limitations. */
public final class LimitationsReader {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
  private static final Set<String> KEYS =
      Set.of(
          "id",
          "title",
          "kind",
          "issue",
          "backends",
          "cases",
          "signature",
          "reason",
          "workaround",
          "since",
          "review",
          "wide",
          "rate");
  private static final Set<String> KINDS =
      Set.of("bug", "by-design", "missing", "precision", "runtime", Limitation.FLAKY);

  private final String source;

  private LimitationsReader(String source) {
    this.source = source;
  }

  /** The entries of a text; the source is its name in messages. */
  public static List<Limitation> read(String text, String source) throws LimitationsException {
    LimitationsReader reader = new LimitationsReader(source);
    List<Limitation> all = new ArrayList<>();
    try {
      JsonNode list = JSON.readTree(text).path("limitations");
      if (!list.isArray()) {
        throw new LimitationsException(source, "expected {\"limitations\": […]}.");
      }
      for (JsonNode entry : list) {
        all.add(reader.entry(entry));
      }
    } catch (JacksonException e) {
      throw new LimitationsException(source, String.valueOf(e.getOriginalMessage()));
    }
    return List.copyOf(all);
  }

  private Limitation entry(JsonNode json) throws LimitationsException {
    String id = json.path("id").asString("");
    if (id.isBlank()) {
      throw new LimitationsException(source, "an entry has no \"id\".");
    }
    for (String name : json.propertyNames()) {
      if (!KEYS.contains(name)) {
        throw wrong(id, "nobody reads \"" + name + "\".");
      }
    }
    String kind = required(json, id, "kind");
    if (!KINDS.contains(kind)) {
      throw wrong(id, "there is no kind \"" + kind + "\".");
    }
    List<Glob> cases = new ArrayList<>();
    for (JsonNode each : json.path("cases")) {
      cases.add(new Glob(each.asString("")));
    }
    if (cases.isEmpty()) {
      throw wrong(id, "\"cases\" is missing.");
    }
    return new Limitation(
        id,
        required(json, id, "title"),
        kind,
        required(json, id, "issue"),
        backends(json.path("backends"), id),
        cases,
        new Glob(required(json, id, "signature")),
        required(json, id, "reason"),
        json.path("workaround").asString(""),
        date(json, id, "since"),
        date(json, id, "review"),
        json.path("wide").asBoolean(false),
        rate(json.path("rate"), id, kind.equals(Limitation.FLAKY)));
  }

  private OptionalDouble rate(JsonNode json, String id, boolean flaky) throws LimitationsException {
    if (!flaky && json.isMissingNode()) {
      return OptionalDouble.empty();
    } else if (!flaky) {
      throw wrong(id, "only the kind \"flaky\" has a \"rate\".");
    }
    double rate = json.asDouble(0);
    if (rate <= 0 || rate >= 1) {
      throw wrong(id, "\"rate\" must say how often it fails, between 0 and 1.");
    }
    return OptionalDouble.of(rate);
  }

  private Map<BackendId, VersionRange> backends(JsonNode json, String id)
      throws LimitationsException {
    Map<BackendId, VersionRange> all = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> each : json.properties()) {
      VersionRange range = new VersionRange(each.getValue().asString(""));
      BackendId backend =
          BackendId.of(each.getKey())
              .orElseThrow(() -> wrong(id, "there is no backend \"" + each.getKey() + "\"."));
      if (!range.isValid()) {
        throw wrong(id, "\"" + range.text() + "\" is no range such as \">=25.0 <26\".");
      }
      all.put(backend, range);
    }
    if (all.isEmpty()) {
      throw wrong(id, "\"backends\" is missing.");
    }
    return all;
  }

  private String required(JsonNode json, String id, String name) throws LimitationsException {
    String text = json.path(name).asString("");
    if (text.isBlank()) {
      throw wrong(id, "\"" + name + "\" is missing.");
    }
    return text;
  }

  private LocalDate date(JsonNode json, String id, String name) throws LimitationsException {
    try {
      return LocalDate.parse(required(json, id, name));
    } catch (DateTimeException e) {
      throw wrong(id, "\"" + name + "\" is no date such as 2026-09-01.");
    }
  }

  private LimitationsException wrong(String id, String fact) {
    return new LimitationsException(source + ", limitation " + id, fact);
  }
}
