package dev.graft.compat.verdict;

import dev.graft.compat.compare.Difference;
import dev.graft.compat.compare.Grade;
import java.util.List;
import java.util.Optional;

/**
 * What a result means.
 *
 * @param observed what it is
 * @param grade of a pass
 * @param judge what it was judged by: {@code expect}, a backend, {@code contract}, or {@code
 *     nobody}
 * @param signature of a failure
 * @param differences all that was found, tolerated or not
 * @param worstUlp the largest distance of two floats
 * @param reason for people, where there is no difference to show
 */
public record Verdict(
    Observed observed,
    Optional<Grade> grade,
    String judge,
    Optional<String> signature,
    List<Difference> differences,
    long worstUlp,
    String reason) {
  public Verdict {
    differences = List.copyOf(differences);
  }

  static Verdict without(Observed observed, String judge, String reason) {
    Optional<String> signature =
        observed.failed() ? Optional.of(observed.name()) : Optional.empty();
    return new Verdict(observed, Optional.empty(), judge, signature, List.of(), 0, reason);
  }

  /** The first step that differs, if any does. */
  public Optional<Integer> firstStep() {
    return differences.stream().filter(each -> !each.tolerated()).findFirst().map(Difference::step);
  }
}
