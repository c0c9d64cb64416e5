package dev.graft.python.pool;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Counts what a pool does. Used under its pool's lock. */
public final class Ledger {
  private static final int WAITS = 1000;

  private final long[] waits = new long[WAITS];
  private final Map<Discard, Long> discarded = new EnumMap<>(Discard.class);
  private long leases;
  private long created;
  private long ahead;
  private long failed;
  private long interrupts;

  /** A host was handed out, after so long. */
  public void leased(long waitNanos) {
    waits[(int) (leases++ % WAITS)] = waitNanos;
  }

  /** A host was started. */
  public void created() {
    created++;
  }

  /** A host was started before anybody asked. */
  public void createdAhead() {
    created++;
    ahead++;
  }

  /** A host could not be started ahead. */
  public void failed() {
    failed++;
  }

  /** In a host that is gone so many calls were interrupted. */
  public void interrupted(long calls) {
    interrupts += calls;
  }

  /** A host was ended. */
  public void discarded(Discard reason) {
    discarded.merge(reason, 1L, Long::sum);
  }

  /**
   * All of it.
   *
   * @param running the calls that were interrupted in hosts that are not gone
   */
  public PoolStatus status(PoolLimits limits, int idle, int leased, long running) {
    return new PoolStatus(
        limits,
        idle,
        leased,
        leases,
        quantiles(),
        created,
        ahead,
        failed,
        interrupts + running,
        discarded);
  }

  private Optional<PoolStatus.Waits> quantiles() {
    long[] sorted = Arrays.stream(waits).limit(leases).sorted().toArray();
    return sorted.length == 0
        ? Optional.empty()
        : Optional.of(new PoolStatus.Waits(quantile(sorted, 0.5), quantile(sorted, 0.99)));
  }

  private static Duration quantile(long[] sorted, double share) {
    return Duration.ofNanos(sorted[(int) Math.ceil(sorted.length * share) - 1]);
  }
}
