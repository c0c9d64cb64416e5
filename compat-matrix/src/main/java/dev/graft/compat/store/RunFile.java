package dev.graft.compat.store;

import dev.graft.compat.verdict.CaseResult;
import dev.graft.compat.verdict.Observed;
import dev.graft.compat.verdict.Overlay;
import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.backend.BackendStatus;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A {@code results.jsonl} as it was read.
 *
 * @param file where it is
 * @param run what the run was
 * @param backends what the backends were; one that had not finished is missing
 * @param fingerprints of those
 * @param observations all that was seen
 * @param found what was made up and failed, as small as it was made
 * @param unexpected the keys of the cases that failed and that nobody explained
 * @param complete whether the run ended
 */
public record RunFile(
    Path file,
    RunIdentity run,
    Map<BackendId, BackendStatus> backends,
    Map<BackendId, String> fingerprints,
    List<Observation> observations,
    List<FoundCase> found,
    Set<String> unexpected,
    boolean complete) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /**
   * Reads a file.
   *
   * @param place the file, or the folder of reports that it is in
   * @return empty if it is not there, or does not begin with what the run was
   */
  public static Optional<RunFile> read(Path place) throws IOException {
    Path file = Files.isDirectory(place) ? place.resolve(ResultLog.FILE) : place;
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try (BufferedReader in = Files.newBufferedReader(file)) {
      Optional<JsonNode> first = Optional.ofNullable(in.readLine()).flatMap(RunFile::json);
      if (first.isEmpty() || !first.get().has("run")) {
        return Optional.empty();
      }
      RunFile read =
          new RunFile(
              file,
              RunIdentity.read(first.get().get("run")),
              new LinkedHashMap<>(),
              new LinkedHashMap<>(),
              new ArrayList<>(),
              new ArrayList<>(),
              new LinkedHashSet<>(),
              false);
      boolean complete = false;
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        complete |= read.take(line);
      }
      return Optional.of(complete ? read.ended() : read);
    }
  }

  private RunFile ended() {
    return new RunFile(file, run, backends, fingerprints, observations, found, unexpected, true);
  }

  /** Whether the line is the footer. */
  private boolean take(String line) {
    Optional<Observation> observation = Observation.read(line);
    if (observation.isPresent()) {
      observations.add(observation.get());
      return false;
    }
    Optional<JsonNode> json = json(line);
    if (json.isEmpty()) {
      return false;
    }
    FoundCase.read(json.get()).ifPresent(found::add);
    JsonNode backend = json.get().path("backend");
    BackendId.of(backend.path("id").asString(""))
        .ifPresent(
            id -> {
              backends.put(id, BackendJson.status(backend, id));
              fingerprints.put(id, backend.path("fingerprint").asString(""));
            });
    if (json.get().has("observed") && isUnexpected(json.get())) {
      unexpected.add(json.get().path("case").asString(""));
    }
    return json.get().path("complete").asBoolean(false);
  }

  /** What a later version has words for that nobody knows here must be looked at. */
  private static boolean isUnexpected(JsonNode line) {
    try {
      return CaseResult.isUnexpected(
          Observed.valueOf(line.path("observed").asString("")),
          Overlay.valueOf(line.path("overlay").asString("")));
    } catch (IllegalArgumentException e) {
      return true;
    }
  }

  private static Optional<JsonNode> json(String line) {
    try {
      return Optional.of(JSON.readTree(line));
    } catch (JacksonException e) {
      return Optional.empty(); // cut off
    }
  }
}
