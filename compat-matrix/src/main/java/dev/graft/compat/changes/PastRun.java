package dev.graft.compat.changes;

import dev.graft.compat.speed.Interval;
import dev.graft.runtime.backend.BackendId;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A node in one run of the past.
 *
 * @param started when the run began
 * @param node the node
 * @param looks the look of its cell on each backend
 * @param cases how many were tried
 * @param unexpected how many results nobody had explained
 * @param known how many a limitation explained
 * @param speeds how many times as fast as CPython it was, where somebody took the time
 */
public record PastRun(
    Instant started,
    String node,
    Map<BackendId, String> looks,
    int cases,
    int unexpected,
    int known,
    Map<BackendId, Interval> speeds) {
  public PastRun {
    looks = Collections.unmodifiableMap(new LinkedHashMap<>(looks));
    speeds = Collections.unmodifiableMap(new LinkedHashMap<>(speeds));
  }
}
