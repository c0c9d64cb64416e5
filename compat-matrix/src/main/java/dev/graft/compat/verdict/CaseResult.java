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
 * @param tally how often it failed, of a case that is known to be flaky
 */
public record CaseResult(
    BackendId backend,
    Trace trace,
    Verdict verdict,
    Overlay overlay,
    Optional<String> limitation,
    Optional<Tally> tally) {
  /** A result that no limitation has been laid over yet. */
  public CaseResult(BackendId backend, Trace trace, Verdict verdict) {
    this(backend, trace, verdict, Overlay.NONE, Optional.empty(), Optional.empty());
  }

  /** The same, played more often than once. */
  public CaseResult counted(Tally times) {
    return new CaseResult(backend, trace, verdict, overlay, limitation, Optional.of(times));
  }

  /** The same with what a limitation makes of it. */
  public CaseResult under(Overlay made, String id) {
    return new CaseResult(backend, trace, verdict, made, Optional.of(id), tally);
  }

  /** The word for it: what a limitation makes of it, else what was observed. */
  public String word() {
    return overlay == Overlay.NONE ? verdict.observed().name() : overlay.name();
  }

  /** Whether somebody must look at it. */
  public boolean unexpected() {
    return isUnexpected(verdict.observed(), overlay);
  }

  /** Whether somebody must look at a result. */
  public static boolean isUnexpected(Observed observed, Overlay overlay) {
    return overlay == Overlay.CHANGED
        || overlay == Overlay.FIXED
        || observed == Observed.INFRA
        || (observed.failed() && overlay == Overlay.NONE);
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
