package dev.graft.compat.verdict;

import dev.graft.compat.subject.Trace;
import dev.graft.runtime.backend.BackendId;
import java.util.Optional;

/**
 * A case on one backend.
 *
 * @param backend the backend
 * @param trace what happened
 * @param verdict what it means
 * @param overlay what a known limitation makes of it
 * @param limitation the id of that limitation
 */
public record CaseResult(
    BackendId backend, Trace trace, Verdict verdict, Overlay overlay, Optional<String> limitation) {

  /** The word for it: what a limitation makes of it, else what was observed. */
  public String word() {
    return overlay == Overlay.NONE ? verdict.observed().name() : overlay.name();
  }

  /** Whether somebody must look at it. */
  public boolean unexpected() {
    return overlay == Overlay.CHANGED
        || overlay == Overlay.FIXED
        || verdict.observed() == Observed.INFRA
        || (verdict.observed().failed() && overlay == Overlay.NONE);
  }

  /** Whether a second instance repeated it. Of what never ended nobody can say. */
  public boolean repeated() {
    return trace.complete() && trace.plays() > 1;
  }

  /** Whether it is as it must be and nothing more need be said. */
  public boolean passed() {
    return verdict.observed() == Observed.PASS && overlay == Overlay.NONE;
  }
}
