package dev.graft.python.pool;

/**
 * How far a pool may go.
 *
 * @param idle the most hosts that lie idle; beyond, the one that was idle longest is ended
 * @param ahead the most hosts of one kind that are started before anybody asks for them; 0 if none
 *     are
 * @param leases after so many leases a host is ended
 */
public record PoolLimits(int idle, int ahead, int leases) {
  /** What ran in a host made it fast, so it is kept for long. */
  private static final int MANY_LEASES = 100_000;

  private static final int MOST_AHEAD = 8;

  /** Checks that they make sense together. */
  public PoolLimits {
    if (ahead < 0 || idle < ahead || leases < 1) {
      throw new IllegalArgumentException(
          "a pool needs 0 <= ahead <= idle and leases >= 1, got ahead %d, idle %d, leases %d"
              .formatted(ahead, idle, leases));
    }
  }

  /** Keeps what was used, and starts nothing ahead. */
  public static PoolLimits keeping(int idle) {
    return new PoolLimits(idle, 0, MANY_LEASES);
  }

  /** Starts hosts ahead of demand, as many as a machine with so many processors can spare. */
  public static PoolLimits ahead(int processors) {
    int most = Math.clamp(processors / 4, 2, MOST_AHEAD);
    return new PoolLimits(most, most, MANY_LEASES);
  }
}
