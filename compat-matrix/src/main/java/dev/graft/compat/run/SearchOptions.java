package dev.graft.compat.run;

import java.util.Optional;

/**
 * Which cases are made up, and which of all are played.
 *
 * @param edges whether the edges of each contract are cases
 * @param shrink whether a made-up case that fails is made as small as it can be
 * @param reuse whether what an earlier run into the same folder saw is believed, where all that
 *     decides it is the same
 * @param failedLast whether only those are played that failed in the last run into the folder
 * @param changedSince a revision; only nodes that changed since are played
 * @param shard the part of the cases that is played
 */
public record SearchOptions(
    boolean edges,
    boolean shrink,
    boolean reuse,
    boolean failedLast,
    Optional<String> changedSince,
    Optional<Shard> shard) {
  /** No edges; everything is played. */
  public static final SearchOptions DEFAULT =
      new SearchOptions(false, true, false, false, Optional.empty(), Optional.empty());

  /** Whether all is played that there is. */
  boolean isWhole() {
    return !failedLast && changedSince.isEmpty() && shard.isEmpty();
  }

  /** The same with or without the edges. */
  public SearchOptions withEdges(boolean made) {
    return new SearchOptions(made, shrink, reuse, failedLast, changedSince, shard);
  }

  /** The same with or without shrinking. */
  public SearchOptions withShrink(boolean smaller) {
    return new SearchOptions(edges, smaller, reuse, failedLast, changedSince, shard);
  }

  /** The same, believing earlier runs or not. */
  public SearchOptions withReuse(boolean believed) {
    return new SearchOptions(edges, shrink, believed, failedLast, changedSince, shard);
  }

  /** The same for what failed in the last run, or for all. */
  public SearchOptions withFailedLast(boolean only) {
    return new SearchOptions(edges, shrink, reuse, only, changedSince, shard);
  }

  /** The same for the nodes that changed since a revision. */
  public SearchOptions withChangedSince(Optional<String> revision) {
    return new SearchOptions(edges, shrink, reuse, failedLast, revision, shard);
  }

  /** The same for a part of the cases. */
  public SearchOptions withShard(Optional<Shard> part) {
    return new SearchOptions(edges, shrink, reuse, failedLast, changedSince, part);
  }
}
