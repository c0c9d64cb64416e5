package dev.graft.runtime.shadow;

import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.backend.BackendSettings;
import dev.graft.runtime.backend.ServedBy;
import dev.graft.runtime.json.JsonFormatException;
import dev.graft.runtime.json.TypedJson;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one shadow had found at some moment, as it is written down.
 *
 * @param run names the shadow: of several records of one the last counts
 * @param env the environment that it ran in
 * @param begin when the shadow began
 * @param end when this was written
 * @param node the catalogue id
 * @param id the id in the manifest
 * @param control who ran the node
 * @param candidate who ran beside it
 * @param matched items on which the two did the same
 * @param known items on which they differ as is known
 * @param mismatched calls in which they differ
 * @param errors those of them in which the candidate alone failed
 * @param dropped items that were not compared
 * @param signatures the ways in which they differ, each with its count
 * @param controlTimes how long the node took for a call
 * @param candidateTimes the same of the other one
 * @param off why nothing was compared any more, if so
 */
public record ShadowRecord(
    String run,
    String env,
    Instant begin,
    Instant end,
    String node,
    String id,
    Side control,
    Side candidate,
    long matched,
    long known,
    long mismatched,
    long errors,
    long dropped,
    Map<String, Long> signatures,
    Times controlTimes,
    Times candidateTimes,
    Optional<String> off) {
  public ShadowRecord {
    signatures = Collections.unmodifiableMap(new LinkedHashMap<>(signatures));
  }

  /**
   * One of the two.
   *
   * @param backend where it ran
   * @param implementation with the version
   * @param code the hash of its code
   */
  public record Side(BackendId backend, String implementation, String code) {
    static Side of(ServedBy served) {
      return new Side(served.backend(), served.implementation(), served.codeHash());
    }
  }

  /**
   * How long calls take, in nanoseconds.
   *
   * @param p50 half of them take no longer
   * @param p99 all but one in a hundred take no longer
   */
  public record Times(long p50, long p99) {
    static Times of(ShadowTotals.Latency latency) {
      return new Times(latency.median().toNanos(), latency.p99().toNanos());
    }
  }

  /** How many items were compared. */
  public long compared() {
    return matched + known + mismatched;
  }

  /** The line of a file. */
  String line() {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("run", run);
    tree.put("env", env);
    tree.put("begin", begin.toString());
    tree.put("end", end.toString());
    tree.put("node", node);
    tree.put("id", id);
    tree.put("control", tree(control));
    tree.put("candidate", tree(candidate));
    tree.put("matched", matched);
    tree.put("known", known);
    tree.put("mismatched", mismatched);
    tree.put("errors", errors);
    tree.put("dropped", dropped);
    tree.put("signatures", signatures);
    tree.put("control_ns", tree(controlTimes));
    tree.put("candidate_ns", tree(candidateTimes));
    off.ifPresent(why -> tree.put("off", why));
    return TypedJson.writePlain(tree) + "\n";
  }

  private static Map<String, @Nullable Object> tree(Side side) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("backend", side.backend().text());
    tree.put("implementation", side.implementation());
    tree.put("code", side.code());
    return tree;
  }

  private static Map<String, @Nullable Object> tree(Times times) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("p50", times.p50());
    tree.put("p99", times.p99());
    return tree;
  }

  /** What a line says; empty for one that cannot be understood, such as one of a later Graft. */
  static Optional<ShadowRecord> of(String line) {
    try {
      return TypedJson.read(line, "line") instanceof Map<?, ?> map
          ? side(map.get("control"))
              .flatMap(
                  control ->
                      side(map.get("candidate")).flatMap(candidate -> of(map, control, candidate)))
          : Optional.empty();
    } catch (JsonFormatException | DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<ShadowRecord> of(Map<?, ?> map, Side control, Side candidate) {
    return map.get("run") instanceof String run
            && map.get("begin") instanceof String begin
            && map.get("end") instanceof String end
            && map.get("node") instanceof String node
            && map.get("id") instanceof String id
        ? Optional.of(
            new ShadowRecord(
                run,
                map.get("env") instanceof String env ? env : BackendSettings.LOCAL,
                Instant.parse(begin),
                Instant.parse(end),
                node,
                id,
                control,
                candidate,
                count(map.get("matched")),
                count(map.get("known")),
                count(map.get("mismatched")),
                count(map.get("errors")),
                count(map.get("dropped")),
                signatures(map.get("signatures")),
                times(map.get("control_ns")),
                times(map.get("candidate_ns")),
                map.get("off") instanceof String off ? Optional.of(off) : Optional.empty()))
        : Optional.empty();
  }

  private static Optional<Side> side(@Nullable Object tree) {
    return tree instanceof Map<?, ?> map
            && map.get("backend") instanceof String backend
            && map.get("implementation") instanceof String implementation
            && map.get("code") instanceof String code
        ? BackendId.of(backend).map(it -> new Side(it, implementation, code))
        : Optional.empty();
  }

  private static Times times(@Nullable Object tree) {
    return tree instanceof Map<?, ?> map
        ? new Times(count(map.get("p50")), count(map.get("p99")))
        : new Times(0, 0);
  }

  private static Map<String, Long> signatures(@Nullable Object tree) {
    Map<String, Long> signatures = new LinkedHashMap<>();
    if (tree instanceof Map<?, ?> map) {
      map.forEach((name, number) -> signatures.put(String.valueOf(name), count(number)));
    }
    return signatures;
  }

  private static long count(@Nullable Object number) {
    return number instanceof Long count ? count : 0;
  }
}
