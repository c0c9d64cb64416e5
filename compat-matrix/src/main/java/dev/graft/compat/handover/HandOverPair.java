package dev.graft.compat.handover;

import dev.graft.compat.verdict.CaseResult;
import dev.graft.compat.verdict.Observed;
import dev.graft.runtime.backend.BackendId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * One cell of the grid.
 *
 * @param from who saved the state
 * @param to who restored it
 * @param results by stream and cut, at least one
 */
public record HandOverPair(BackendId from, BackendId to, List<HandOverResult> results) {
  /** By who saved and who restored, in the order of backends. */
  public static final Comparator<HandOverPair> ORDER =
      Comparator.comparing(HandOverPair::from).thenComparing(HandOverPair::to);

  public HandOverPair {
    results = List.copyOf(results);
  }

  /** Whether all that was handed over went on as if nothing had happened. */
  public boolean passes() {
    return results.stream().allMatch(each -> each.result().passed());
  }

  /** Whether somebody must look at it. */
  public boolean unexpected() {
    return count(CaseResult::unexpected) > 0;
  }

  /** In a few words. */
  public String text() {
    long wrong = count(CaseResult::unexpected);
    long known = count(result -> result.overlay().isExplained());
    if (wrong > 0) {
      return "%d of %d differ".formatted(wrong, results.size());
    } else if (known > 0) {
      return known + " known";
    }
    return passes() ? results.size() + " good" : reason().orElse("not run");
  }

  /** The first result that does not pass. */
  public Optional<HandOverResult> failure() {
    return results.stream().filter(each -> !each.result().passed()).findFirst();
  }

  private Optional<String> reason() {
    return failure()
        .map(HandOverResult::result)
        .map(
            result ->
                result.verdict().observed() == Observed.UNSUPPORTED
                    ? "unsupported: " + result.verdict().reason()
                    : "not run: " + result.verdict().reason());
  }

  private long count(Predicate<CaseResult> condition) {
    return results.stream().map(HandOverResult::result).filter(condition).count();
  }
}
