package dev.graft.compat.corpus;

import java.time.Instant;

/**
 * What a node sees of the world while a case runs.
 *
 * @param clock the time, which stands still
 * @param seed of the random source
 */
public record CaseEnv(Instant clock, long seed) {
  /** The world of a case that says nothing about it. */
  public static final CaseEnv DEFAULT = new CaseEnv(Instant.parse("2024-01-01T00:00:00Z"), 1);
}
