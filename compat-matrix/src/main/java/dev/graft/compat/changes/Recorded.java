package dev.graft.compat.changes;

import dev.graft.compat.corpus.Case;
import dev.graft.compat.verdict.CaseResult;
import dev.graft.runtime.backend.BackendId;
import java.util.OptionalLong;

/**
 * What is kept of a result to compare it with that of another run.
 *
 * @param key the case
 * @param hash of the case
 * @param backend where it ran
 * @param verdict what a limitation makes of it, else what was observed
 * @param signature of a failure, or empty
 * @param nanos how long it took, if that is known
 */
public record Recorded(
    String key,
    String hash,
    BackendId backend,
    String verdict,
    String signature,
    OptionalLong nanos) {

  /** The record of a result. */
  public static Recorded of(Case tried, CaseResult result) {
    return new Recorded(
        tried.key(),
        tried.hash(),
        result.backend(),
        result.word(),
        result.verdict().signature().orElse(""),
        OptionalLong.of(result.trace().nanos()));
  }

  Standing standing() {
    return Standing.of(verdict);
  }

  /** What it is, in words. */
  String text() {
    return signature.isEmpty() ? verdict : verdict + " " + signature;
  }

  /** The node of the case. */
  String node() {
    return key.substring(0, Math.max(0, key.indexOf('/')));
  }
}
