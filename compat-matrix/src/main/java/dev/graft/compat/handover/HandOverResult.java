package dev.graft.compat.handover;

import dev.graft.compat.corpus.Case;
import dev.graft.compat.verdict.CaseResult;
import dev.graft.runtime.backend.BackendId;

/**
 * One stream that changed its backend.
 *
 * @param tried the stream and its cut, as a case
 * @param from who saved the state
 * @param result what came after, on the backend that restored it
 */
public record HandOverResult(Case tried, BackendId from, CaseResult result) {
  /** Who restored the state. */
  public BackendId to() {
    return result.backend();
  }
}
