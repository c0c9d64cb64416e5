package dev.graft.compat.store;

import dev.graft.compat.corpus.Case;
import dev.graft.compat.corpus.CaseFormatException;
import dev.graft.compat.corpus.CaseReader;
import dev.graft.compat.corpus.CaseWriter;
import dev.graft.compat.subject.Trace;
import dev.graft.runtime.backend.BackendId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A made-up case that failed, made as small as it could be, as a line of {@code results.jsonl}: who
 * merges runs need not look for it again.
 *
 * @param original the key of the case as it was made up
 * @param smallest the smallest that fails in the same way
 * @param backend where it fails
 * @param signature the way in which it fails
 * @param traces of the smallest, by backend
 */
public record FoundCase(
    String original,
    Case smallest,
    BackendId backend,
    String signature,
    Map<BackendId, Trace> traces) {

  /** The line. */
  public Map<String, Object> tree() {
    List<String> lines = new ArrayList<>();
    ResultKey nobodyLooksFor = new ResultKey(smallest.hash(), "", "", "", "");
    traces.forEach(
        (where, trace) -> lines.add(Observation.of(smallest, where, nobodyLooksFor, trace).line()));
    Map<String, Object> found = new LinkedHashMap<>();
    found.put("original", original);
    found.put("backend", backend.text());
    found.put("signature", signature);
    found.put(
        "smallest",
        CaseWriter.write(
            smallest, smallest.id(), smallest.title(), Map.of("kind", smallest.origin())));
    found.put("traces", lines);
    return Map.of("found", found);
  }

  /** The case of a line; empty if the line says something else, or not all of it can be read. */
  static Optional<FoundCase> read(JsonNode line) {
    JsonNode json = line.path("found");
    Optional<BackendId> backend = BackendId.of(json.path("backend").asString(""));
    if (backend.isEmpty()) {
      return Optional.empty();
    }
    Map<BackendId, Trace> traces = new EnumMap<>(BackendId.class);
    for (JsonNode each : json.path("traces")) {
      Observation.read(each.asString(""))
          .ifPresent(seen -> seen.trace().ifPresent(trace -> traces.put(seen.backend(), trace)));
    }
    if (traces.size() < json.path("traces").size()) {
      return Optional.empty();
    }
    try {
      Case smallest = CaseReader.read(json.path("smallest").asString(""), "a result").getFirst();
      return Optional.of(
          new FoundCase(
              json.path("original").asString(""),
              smallest,
              backend.get(),
              json.path("signature").asString(""),
              traces));
    } catch (CaseFormatException e) {
      return Optional.empty();
    }
  }
}
