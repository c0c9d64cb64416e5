package dev.graft.compat.verdict;

import dev.graft.compat.corpus.Case;
import dev.graft.runtime.backend.BackendId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A case on all backends.
 *
 * @param tried the case
 * @param partition which backends agree, for example {@code java | graalpy = cpython}
 * @param results by backend
 */
public record CaseOutcome(Case tried, String partition, Map<BackendId, CaseResult> results) {
  public CaseOutcome {
    results = Collections.unmodifiableMap(new LinkedHashMap<>(results));
  }

  /** Whether every backend passes. */
  public boolean clean() {
    return results.values().stream().allMatch(CaseResult::passed);
  }

  /** Whether somebody must look at it. */
  public boolean unexpected() {
    return results.values().stream().anyMatch(CaseResult::unexpected);
  }
}
