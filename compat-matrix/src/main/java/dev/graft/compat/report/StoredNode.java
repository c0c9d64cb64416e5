package dev.graft.compat.report;

import dev.graft.descriptor.Language;
import dev.graft.runtime.backend.BackendId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a report says of one node and of its way to another backend.
 *
 * @param started when the run began
 * @param javaCode the hash of the Java code that ran; empty if none did
 * @param pythonCode the hash of the Python code that ran
 * @param stage how far its port has come
 * @param safe whether it may move
 * @param blockers what stands in the way
 * @param rows what decided: results by backend, made-up cases, hand-overs
 */
public record StoredNode(
    String started,
    Optional<String> javaCode,
    Optional<String> pythonCode,
    String stage,
    boolean safe,
    List<String> blockers,
    List<Row> rows) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /**
   * One thing that decided.
   *
   * @param name what it is
   * @param text what came of it
   */
  public record Row(String name, String text) {}

  public StoredNode {
    blockers = List.copyOf(blockers);
    rows = List.copyOf(rows);
  }

  /**
   * What a report says.
   *
   * @param report the file {@code report.json}
   * @return empty if the node did not run
   * @throws IOException if it cannot be read, or is no report
   */
  public static Optional<StoredNode> find(Path report, String node, BackendId to)
      throws IOException {
    JsonNode tree;
    try {
      tree = JSON.readTree(Files.readString(report));
    } catch (JacksonException e) {
      throw new IOException(e.getOriginalMessage(), e);
    }
    for (JsonNode each : tree.path("nodes")) {
      if (each.path("id").asString("").equals(node)) {
        return Optional.of(of(tree, each, to));
      }
    }
    return Optional.empty();
  }

  /** The hash of the code in a language. */
  public Optional<String> code(Language language) {
    return switch (language) {
      case JAVA -> javaCode;
      case PYTHON -> pythonCode;
    };
  }

  private static StoredNode of(JsonNode report, JsonNode node, BackendId to) {
    JsonNode verdict = node.path("switch").path(to.text());
    List<String> blockers = new ArrayList<>();
    verdict.path("blockers").forEach(each -> blockers.add(each.asString("")));
    return new StoredNode(
        report.path("run").path("started").asString(""),
        text(node.path("code").path("java")),
        text(node.path("code").path("python")),
        node.path("stage").asString(""),
        verdict.path("safe").asBoolean(false),
        blockers,
        rows(node, to));
  }

  private static List<Row> rows(JsonNode node, BackendId to) {
    List<Row> rows = new ArrayList<>();
    for (BackendId backend : List.of(BackendId.CPYTHON, to)) {
      JsonNode cell = node.path("cells").path(backend.text());
      String glyph = cell.path("glyph").asString("?");
      rows.add(new Row("cases on " + backend, glyph + " " + cell.path("text").asString("not run")));
    }
    rows.add(
        new Row("made-up cases", Evidence.share(node.path("made_up").path(to.text()).asInt(0))));
    JsonNode handOver = node.path("hand_over");
    if (handOver.path("tried").asBoolean(false)) {
      for (JsonNode pair : handOver.path("pairs")) {
        String from = pair.path("from").asString("");
        String other = pair.path("to").asString("");
        if (concerns(from, to) && concerns(other, to)) {
          rows.add(
              new Row("hand-over from " + from + " to " + other, pair.path("text").asString("")));
        }
      }
    } else {
      rows.add(
          new Row(
              "hand-over",
              handOver.isNull() ? "no state" : handOver.path("reason").asString("not tried")));
    }
    return rows;
  }

  private static boolean concerns(String backend, BackendId to) {
    return backend.equals(to.text()) || backend.equals(BackendId.CPYTHON.text());
  }

  private static Optional<String> text(JsonNode json) {
    return json.isString() ? Optional.of(json.asString()) : Optional.empty();
  }
}
