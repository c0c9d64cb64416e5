package dev.graft.python.pool;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a pool has and did.
 *
 * @param limits its limits
 * @param idle hosts that are ready
 * @param leased hosts that are in use
 * @param leases how often a host was handed out
 * @param waits how long the last thousand of them took; none if there were none
 * @param created how many hosts were started
 * @param ahead how many of these before anybody asked
 * @param failed how many could not be started ahead
 * @param interrupted how many calls were ended because they took too long
 * @param discarded how many were ended, by reason
 */
public record PoolStatus(
    PoolLimits limits,
    int idle,
    int leased,
    long leases,
    Optional<Waits> waits,
    long created,
    long ahead,
    long failed,
    long interrupted,
    Map<Discard, Long> discarded) {
  private static final double NANOS_PER_MILLI = 1e6;

  /** Keeps a copy. */
  public PoolStatus {
    discarded = Map.copyOf(discarded);
  }

  /**
   * How long it took to get a host.
   *
   * @param p50 half of all got one in this time
   * @param p99 all but one in a hundred
   */
  public record Waits(Duration p50, Duration p99) {}

  /** How many hosts there are. */
  public int size() {
    return idle + leased;
  }

  /** All of it in one line. */
  @Override
  public String toString() {
    String ended =
        discarded.isEmpty()
            ? "none ended"
            : discarded.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .collect(Collectors.joining(", ", "ended: ", ""));
    // One wait says only how long the first one took to start.
    return "%d in use, %d idle (at most %d are kept idle, %d started ahead of need); used %d times%s; %d started, %d of them ahead%s; %s%s"
        .formatted(
            leased,
            idle,
            limits.idle(),
            limits.ahead(),
            leases,
            waits.filter(_ -> leases > 1).map(PoolStatus::text).orElse(""),
            created,
            ahead,
            failed == 0 ? "" : ", " + failed + " failed",
            interrupted == 0 ? "" : interrupted + " calls interrupted; ",
            ended);
  }

  private static String text(Waits waits) {
    return ", got after %s ms (median), %s ms (99 %%)"
        .formatted(millis(waits.p50()), millis(waits.p99()));
  }

  private static String millis(Duration time) {
    return "%.3f".formatted(time.toNanos() / NANOS_PER_MILLI);
  }
}
