package dev.graft.compat.corpus;

import dev.graft.runtime.hash.Sha256;
import dev.graft.runtime.permission.Permission;
import dev.graft.runtime.permission.PermissionException;
import dev.graft.runtime.permission.PermissionReader;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads one case file. */
public final class CaseReader {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private static final List<String> DECIDING =
      List.of("params", "requires", "env", "steps", "expect", "compare");

  /** These decide, too, but came later: cases without them keep their hashes. */
  private static final List<String> ADDED = List.of("permissions", "demand");

  private CaseReader() {}

  /**
   * The cases of a file.
   *
   * @param text its content
   * @param source its name, for messages
   */
  public static List<Case> read(String text, String source) throws CaseFormatException {
    JsonNode root;
    try {
      root = JSON.readTree(text);
    } catch (JacksonException e) {
      throw new CaseFormatException(source, String.valueOf(e.getOriginalMessage()));
    }
    CaseObject file = CaseObject.of(root, source, "$schema", "node", "cases");
    String node = file.text("node");
    List<Case> cases = new ArrayList<>();
    Set<String> ids = new LinkedHashSet<>();
    for (JsonNode each : file.children("cases")) {
      Case read = oneCase(each, node, source);
      if (!ids.add(read.id())) {
        throw new CaseFormatException(source, "two cases have the id \"" + read.id() + "\".");
      }
      cases.add(read);
    }
    return List.copyOf(cases);
  }

  private static Case oneCase(JsonNode json, String node, String source)
      throws CaseFormatException {
    String name = json.isObject() && json.has("id") ? json.get("id").asString() : "?";
    CaseObject object =
        CaseObject.of(
            json,
            source + ", case " + name,
            "id",
            "title",
            "doc",
            "level",
            "tags",
            "origin",
            "params",
            "permissions",
            "requires",
            "demand",
            "env",
            "steps",
            "expect",
            "compare");
    List<Step> steps = new ArrayList<>();
    for (JsonNode step : object.children("steps")) {
      steps.add(StepReader.read(step, object.place() + ".steps[" + steps.size() + "]"));
    }
    return new Case(
        node,
        object.text("id"),
        object.text("title"),
        object.text("doc", ""),
        level(object),
        object.texts("tags"),
        origin(object),
        object.values("params"),
        permissions(object),
        object.texts("requires"),
        demand(object),
        env(object),
        steps,
        ExpectationReader.read(object),
        ToleranceReader.read(object),
        hash(node, (ObjectNode) json));
  }

  private static Level level(CaseObject object) throws CaseFormatException {
    String text = object.text("level", Level.REQUIRED.text());
    return Arrays.stream(Level.values())
        .filter(level -> level.text().equals(text))
        .findFirst()
        .orElseThrow(
            () -> new CaseFormatException(object.place(), "there is no level \"" + text + "\"."));
  }

  private static String origin(CaseObject object) throws CaseFormatException {
    Optional<JsonNode> origin = object.child("origin");
    return origin.isEmpty()
        ? "hand"
        : CaseObject.of(
                origin.get(),
                object.place() + ".origin",
                "kind",
                "from",
                "seed",
                "generator",
                "found",
                "signature")
            .text("kind");
  }

  private static int demand(CaseObject object) throws CaseFormatException {
    if (!object.has("demand")) {
      return Case.ALL;
    }
    long demand = object.number("demand").orElse(0L);
    if (demand < 1 || demand > Case.ALL) {
      throw new CaseFormatException(object.place(), "\"demand\" is no number of outputs.");
    }
    return (int) demand;
  }

  private static List<Permission> permissions(CaseObject object) throws CaseFormatException {
    List<Permission> permissions = new ArrayList<>();
    for (String text : object.texts("permissions")) {
      try {
        permissions.add(PermissionReader.read(text, Case.FOLDER));
      } catch (PermissionException e) {
        throw new CaseFormatException(
            object.place() + ".permissions", String.valueOf(e.getMessage()));
      }
    }
    return permissions;
  }

  private static CaseEnv env(CaseObject object) throws CaseFormatException {
    Optional<JsonNode> child = object.child("env");
    if (child.isEmpty()) {
      return CaseEnv.DEFAULT;
    }
    String place = object.place() + ".env";
    CaseObject env = CaseObject.of(child.get(), place, "clock", "seed", "tz", "locale");
    if (!env.text("tz", "UTC").equals("UTC") || !env.text("locale", "C").equals("C")) {
      throw new CaseFormatException(place, "only the time zone UTC and the locale C are there.");
    }
    try {
      return new CaseEnv(
          Instant.parse(env.text("clock", CaseEnv.DEFAULT.clock().toString())),
          env.number("seed").orElse(CaseEnv.DEFAULT.seed()));
    } catch (DateTimeException e) {
      throw new CaseFormatException(place, "\"clock\" is no instant such as 2024-01-01T00:00:00Z.");
    }
  }

  /** Title, tags and the like may be mended without making another case of it. */
  private static String hash(String node, ObjectNode json) {
    StringBuilder text = new StringBuilder(node);
    for (String name : DECIDING) {
      text.append('\n').append(name).append(' ').append(json.get(name));
    }
    for (String name : ADDED) {
      if (json.has(name)) {
        text.append('\n').append(name).append(' ').append(json.get(name));
      }
    }
    return Sha256.of(text.toString());
  }
}
