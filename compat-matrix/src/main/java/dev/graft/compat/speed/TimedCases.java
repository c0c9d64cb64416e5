package dev.graft.compat.speed;

import dev.graft.compat.corpus.Case;
import dev.graft.compat.generate.CaseGenerator;
import dev.graft.compat.generate.EdgeCases;
import dev.graft.compat.subject.CaseTimer;
import dev.graft.compat.subject.Event;
import dev.graft.compat.verdict.CaseOutcome;
import dev.graft.compat.verdict.CaseResult;
import dev.graft.runtime.backend.BackendId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Chooses the cases whose time is taken: a wrong answer is worth nothing, however fast it comes.
 */
final class TimedCases {
  private TimedCases() {}

  /**
   * Those that somebody wrote and that all of these backends pass; of two the one with more items.
   *
   * @param most so many at most
   */
  static List<Case> of(List<CaseOutcome> outcomes, List<BackendId> backends, int most) {
    return outcomes.stream()
        .filter(outcome -> backends.stream().allMatch(each -> isGood(outcome, each)))
        .map(CaseOutcome::tried)
        .filter(
            each ->
                !each.origin().equals(CaseGenerator.ORIGIN)
                    && !each.origin().equals(EdgeCases.ORIGIN))
        .filter(each -> each.demand() == Case.ALL && CaseTimer.items(each) > 0)
        .sorted(
            Comparator.comparingLong((Case each) -> -CaseTimer.items(each))
                .thenComparing(Case::key))
        .limit(most)
        .toList();
  }

  private static boolean isGood(CaseOutcome outcome, BackendId backend) {
    return Optional.ofNullable(outcome.results().get(backend))
        .filter(CaseResult::passed)
        .filter(
            result -> result.trace().events().stream().noneMatch(Event.Failed.class::isInstance))
        .isPresent();
  }
}
