package dev.graft.compat.speed;

import dev.graft.runtime.backend.BackendId;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * How fast a node is, on each backend.
 *
 * @param timings by backend; one that is missing was not measured
 * @param cases the cases that were timed
 * @param forks how many times, each with new sessions
 * @param noise how far two samples of CPython that should be equal lay apart, as a factor from 1;
 *     empty if there were none
 */
public record NodeSpeed(
    Map<BackendId, Timing> timings, List<String> cases, int forks, OptionalDouble noise) {
  /** From here on what is measured says more of the machine than of the node. */
  private static final double NOISY = 1.1;

  private static final Timing.NotMeasured NOT = new Timing.NotMeasured("not measured");

  /** Nobody took the time. */
  public static final NodeSpeed NONE =
      new NodeSpeed(Map.of(), List.of(), 0, OptionalDouble.empty());

  public NodeSpeed {
    Map<BackendId, Timing> copy = new EnumMap<>(BackendId.class);
    copy.putAll(timings);
    timings = Collections.unmodifiableMap(copy);
    cases = List.copyOf(cases);
  }

  /** What is known of a backend. */
  public Timing on(BackendId backend) {
    return timings.getOrDefault(backend, NOT);
  }

  /** Whether there is a time. */
  public boolean isMeasured() {
    return timings.values().stream().anyMatch(Timing.Measured.class::isInstance);
  }

  /** Whether CPython differed so much from itself that no ratio is worth much. */
  public boolean isNoisy() {
    return noise.isPresent() && noise.getAsDouble() > NOISY;
  }
}
