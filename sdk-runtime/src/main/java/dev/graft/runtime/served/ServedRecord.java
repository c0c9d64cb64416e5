package dev.graft.runtime.served;

import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.json.JsonFormatException;
import dev.graft.runtime.json.TypedJson;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who served a node of a run.
 *
 * @param run names the run: of several records of a node of one the last counts
 * @param env the environment that it ran in
 * @param begin when the run began
 * @param end when this was written
 * @param pipeline the pipeline's name
 * @param node the catalogue id
 * @param id the id in the manifest
 * @param backend who served it last
 * @param left the backends that it should have run on first, and could not or could no longer
 * @param items how many it took
 */
public record ServedRecord(
    String run,
    String env,
    Instant begin,
    Instant end,
    String pipeline,
    String node,
    String id,
    BackendId backend,
    List<BackendId> left,
    long items) {
  public ServedRecord {
    left = List.copyOf(left);
  }

  /** The backend that its manifest puts first. */
  public BackendId selected() {
    return left.isEmpty() ? backend : left.getFirst();
  }

  /** Whether Java served it, and nothing else did. */
  public boolean isOnJavaAlone() {
    return backend == BackendId.JAVA && left.isEmpty();
  }

  String line() {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("run", run);
    tree.put("env", env);
    tree.put("begin", begin.toString());
    tree.put("end", end.toString());
    tree.put("pipeline", pipeline);
    tree.put("node", node);
    tree.put("id", id);
    tree.put("backend", backend.text());
    tree.put("left", left.stream().map(BackendId::text).toList());
    tree.put("items", items);
    return TypedJson.writePlain(tree) + "\n";
  }

  /** What a line says; empty for one that cannot be understood. */
  static Optional<ServedRecord> of(String line) {
    try {
      return TypedJson.read(line, "line") instanceof Map<?, ?> map
              && map.get("run") instanceof String run
              && map.get("env") instanceof String env
              && map.get("begin") instanceof String begin
              && map.get("end") instanceof String end
              && map.get("pipeline") instanceof String pipeline
              && map.get("node") instanceof String node
              && map.get("id") instanceof String id
              && map.get("backend") instanceof String backend
              && map.get("left") instanceof List<?> left
              && map.get("items") instanceof Long items
          ? BackendId.of(backend)
              .map(
                  served ->
                      new ServedRecord(
                          run,
                          env,
                          Instant.parse(begin),
                          Instant.parse(end),
                          pipeline,
                          node,
                          id,
                          served,
                          backends(left),
                          items))
          : Optional.empty();
    } catch (JsonFormatException | DateTimeException e) {
      return Optional.empty();
    }
  }

  private static List<BackendId> backends(List<?> names) {
    List<BackendId> backends = new ArrayList<>();
    names.forEach(name -> BackendId.of(String.valueOf(name)).ifPresent(backends::add));
    return backends;
  }
}
