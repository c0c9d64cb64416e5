package dev.graft.compat.changes;

import dev.graft.compat.speed.Interval;
import dev.graft.runtime.backend.BackendId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code history.jsonl}: the last runs of each node, beside the reports.
 *
 * @param runs oldest first
 */
public record History(List<PastRun> runs) {
  /** The name of the file. */
  public static final String FILE = "history.jsonl";

  /** How many runs of a node are kept. */
  public static final int MOST = 30;

  private static final JsonMapper JSON = JsonMapper.builder().build();

  public History {
    runs = List.copyOf(runs);
  }

  /** The history in a folder of reports; empty if there is none yet. */
  public static History read(Path folder) throws ChangesException {
    Path file = folder.resolve(FILE);
    List<PastRun> runs = new ArrayList<>();
    try {
      List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
      for (int i = 0; i < lines.size(); i++) {
        runs.add(run(lines.get(i), file + ", line " + (i + 1)));
      }
    } catch (IOException e) {
      throw new ChangesException(file.toString(), "it cannot be read: " + e.getMessage());
    }
    return new History(runs);
  }

  /** The same with these runs. A run that began at the same time is replaced, not repeated. */
  public History with(List<PastRun> more) {
    Map<String, TreeMap<Instant, PastRun>> nodes = new TreeMap<>();
    for (List<PastRun> each : List.of(runs, more)) {
      each.forEach(
          run -> nodes.computeIfAbsent(run.node(), _ -> new TreeMap<>()).put(run.started(), run));
    }
    List<PastRun> kept = new ArrayList<>();
    nodes.values().forEach(of -> kept.addAll(last(List.copyOf(of.values()))));
    kept.sort(Comparator.comparing(PastRun::started).thenComparing(PastRun::node));
    return new History(kept);
  }

  /** The runs of one node, oldest first. */
  public List<PastRun> of(String node) {
    return runs.stream().filter(run -> run.node().equals(node)).toList();
  }

  /** The text of the file. */
  public String write() {
    StringBuilder lines = new StringBuilder();
    runs.forEach(run -> lines.append(JSON.writeValueAsString(tree(run))).append('\n'));
    return lines.toString();
  }

  private static List<PastRun> last(List<PastRun> all) {
    return all.subList(Math.max(0, all.size() - MOST), all.size());
  }

  private static Map<String, Object> tree(PastRun run) {
    Map<String, Object> looks = new LinkedHashMap<>();
    run.looks().forEach((backend, look) -> looks.put(backend.text(), look));
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("started", run.started().toString());
    tree.put("node", run.node());
    tree.put("looks", looks);
    tree.put("cases", run.cases());
    tree.put("unexpected", run.unexpected());
    tree.put("known", run.known());
    if (!run.speeds().isEmpty()) {
      Map<String, Object> speeds = new LinkedHashMap<>();
      run.speeds().forEach((backend, speed) -> speeds.put(backend.text(), numbers(speed)));
      tree.put("speeds", speeds);
    }
    return tree;
  }

  private static List<Double> numbers(Interval speed) {
    return List.of(speed.value(), speed.low(), speed.high());
  }

  private static Map<BackendId, Interval> speeds(JsonNode json) {
    Map<BackendId, Interval> speeds = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> each : json.properties()) {
      JsonNode numbers = each.getValue();
      BackendId.of(each.getKey())
          .ifPresent(
              backend ->
                  speeds.put(
                      backend,
                      new Interval(
                          numbers.path(0).asDouble(),
                          numbers.path(1).asDouble(),
                          numbers.path(2).asDouble())));
    }
    return speeds;
  }

  private static PastRun run(String line, String place) throws ChangesException {
    try {
      JsonNode json = JSON.readTree(line);
      Map<BackendId, String> looks = new LinkedHashMap<>();
      for (Map.Entry<String, JsonNode> each : json.path("looks").properties()) {
        BackendId.of(each.getKey())
            .ifPresent(backend -> looks.put(backend, each.getValue().asString("")));
      }
      return new PastRun(
          Instant.parse(json.path("started").asString("")),
          json.path("node").asString(""),
          looks,
          json.path("cases").asInt(0),
          json.path("unexpected").asInt(0),
          json.path("known").asInt(0),
          speeds(json.path("speeds")));
    } catch (JacksonException | DateTimeException e) {
      throw new ChangesException(
          place, "it is no line of a history. Delete the file to begin a new one.");
    }
  }
}
