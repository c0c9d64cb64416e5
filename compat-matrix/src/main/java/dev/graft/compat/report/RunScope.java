package dev.graft.compat.report;

import java.util.Optional;

/**
 * How much of all that there is a run saw.
 *
 * @param whole whether all nodes and cases were run
 * @param shard the part of the cases that was run, for example {@code 1/3}
 * @param reused how many results are those of earlier runs, as nothing that decides them changed
 * @param missing how many results are not there, because the run that should have them did not end
 */
public record RunScope(boolean whole, Optional<String> shard, long reused, long missing) {
  /** Whether nothing is missing. */
  public boolean complete() {
    return missing == 0;
  }
}
