package dev.graft.compat.report;

import dev.graft.compat.limits.LimitationState;
import dev.graft.compat.verdict.Overlay;
import dev.graft.runtime.backend.BackendId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a report says of known limitations and of the results that they lie over.
 *
 * @param states by the id of the entry
 * @param results those that do not pass, and those of cases that ran
 */
public record StoredLimits(Map<String, State> states, List<Result> results) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /**
   * What became of an entry.
   *
   * @param status what is to be done about it
   * @param known results that fail as it says
   * @param changed results that fail in another way
   * @param fixed results that pass
   */
  public record State(LimitationState.Status status, int known, int changed, int fixed) {}

  /**
   * One result.
   *
   * @param caseKey the case
   * @param backend where
   * @param implementation the backend with its version
   * @param observed what it is
   * @param overlay what a limitation made of it
   * @param signature how it fails
   */
  public record Result(
      String caseKey,
      BackendId backend,
      String implementation,
      String observed,
      Overlay overlay,
      Optional<String> signature) {}

  /** Reads a report. */
  public static StoredLimits read(Path report) throws IOException {
    try {
      JsonNode tree = JSON.readTree(Files.readString(report));
      Map<String, State> states = new LinkedHashMap<>();
      for (JsonNode each : tree.path("limitations")) {
        states.put(
            each.path("id").asString(""),
            new State(
                status(each.path("status").asString("")),
                each.path("known").asInt(0),
                each.path("changed").asInt(0),
                each.path("fixed").asInt(0)));
      }
      return new StoredLimits(states, results(tree));
    } catch (JacksonException e) {
      throw new IOException(report + " is no report: " + e.getOriginalMessage(), e);
    }
  }

  private static List<Result> results(JsonNode tree) {
    Map<String, String> implementations = new LinkedHashMap<>();
    for (JsonNode each : tree.path("backends")) {
      implementations.put(each.path("id").asString(""), each.path("implementation").asString(""));
    }
    List<JsonNode> all = new ArrayList<>();
    tree.path("results").forEach(all::add);
    for (JsonNode node : tree.path("nodes")) {
      for (JsonNode pair : node.path("hand_over").path("pairs")) {
        pair.path("results").forEach(all::add);
      }
    }
    List<Result> results = new ArrayList<>();
    for (JsonNode each : all) {
      String backend = each.path("backend").asString("");
      BackendId.of(backend)
          .ifPresent(
              id ->
                  results.add(
                      new Result(
                          each.path("case").asString(""),
                          id,
                          implementations.getOrDefault(backend, ""),
                          each.path("observed").asString(""),
                          overlay(each.path("overlay").asString("")),
                          each.path("signature").isString()
                              ? Optional.of(each.path("signature").asString())
                              : Optional.empty())));
    }
    return results;
  }

  private static LimitationState.Status status(String name) {
    return Arrays.stream(LimitationState.Status.values())
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElse(LimitationState.Status.NOT_SEEN);
  }

  private static Overlay overlay(String name) {
    return Arrays.stream(Overlay.values())
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElse(Overlay.NONE);
  }
}
