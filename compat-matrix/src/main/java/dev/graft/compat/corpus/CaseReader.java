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
    return readFile(text, source).cases();
  }

  /**
   * What a file holds.
   *
   * @param node the node that it names, even if it has no case
   * @param cases its cases
   */
  record NodeCases(String node, List<Case> cases) {}

  static NodeCases readFile(String text, String source) throws CaseFormatException {
    JsonNode root;
    try {
      root = JSON.readTree(text);
    } catch (JacksonException e) {
      throw CaseLines.syntax(text, source, String.valueOf(e.getOriginalMessage()));
    }
    try {
      return cases(root, source);
    } catch (CaseFormatException e) {
      throw CaseLines.placed(e, text);
    }
  }

  private static NodeCases cases(JsonNode root, String source) throws CaseFormatException {
    CaseObject file =
        CaseObject.of(root, CasePlace.of(source), "a case file", "$schema", "node", "cases");
    String node = file.text("node");
    List<Case> cases = new ArrayList<>();
    Set<String> ids = new LinkedHashSet<>();
    for (JsonNode each : file.children("cases")) {
      CasePlace place = file.place().inCase(cases.size(), id(each));
      Case read = oneCase(each, node, place);
      if (!ids.add(read.id())) {
        throw new CaseFormatException(
            place.key("id"), "another case has this id. Every case has one of its own.");
      }
      cases.add(read);
    }
    return new NodeCases(node, List.copyOf(cases));
  }

  private static Optional<String> id(JsonNode json) {
    return Optional.ofNullable(json.get("id")).filter(JsonNode::isString).map(JsonNode::asString);
  }

  private static Case oneCase(JsonNode json, String node, CasePlace place)
      throws CaseFormatException {
    CaseObject object =
        CaseObject.of(
            json,
            place,
            "a case",
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
      steps.add(StepReader.read(step, object.place().key("steps").item(steps.size())));
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
            () ->
                new CaseFormatException(
                    object.place().at("level"), "there is no level \"" + text + "\"."));
  }

  private static String origin(CaseObject object) throws CaseFormatException {
    Optional<JsonNode> origin = object.child("origin");
    return origin.isEmpty()
        ? "hand"
        : CaseObject.of(
                origin.get(),
                object.place().key("origin"),
                "\"origin\"",
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
            object.place().key("permissions"), String.valueOf(e.getMessage()));
      }
    }
    return permissions;
  }

  private static CaseEnv env(CaseObject object) throws CaseFormatException {
    Optional<JsonNode> child = object.child("env");
    if (child.isEmpty()) {
      return CaseEnv.DEFAULT;
    }
    CasePlace place = object.place().key("env");
    CaseObject env = CaseObject.of(child.get(), place, "\"env\"", "clock", "seed", "tz", "locale");
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
