package dev.graft.compat.report;

import dev.graft.compat.verdict.CaseOutcome;
import dev.graft.compat.verdict.CaseResult;
import dev.graft.compat.verdict.Observed;
import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.catalogue.CatalogueEntry;
import java.util.List;
import java.util.Optional;

/**
 * A node of a run.
 *
 * @param entry its implementations
 * @param outcomes of its cases
 * @param untriedParams parameters that no case gives
 */
public record NodeRow(
    CatalogueEntry entry, List<CaseOutcome> outcomes, List<String> untriedParams) {
  public NodeRow {
    outcomes = List.copyOf(outcomes);
    untriedParams = List.copyOf(untriedParams);
  }

  /** The catalogue id. */
  public String id() {
    return entry.id();
  }

  /** Whether its made-up cases are worth making. */
  public Health health() {
    return Health.of(entry.contract(), outcomes);
  }

  /** Whether a backend has an implementation. */
  public boolean has(BackendId backend) {
    return entry.in(backend.language()).isPresent();
  }

  /** The results on one backend. */
  public List<CaseResult> on(BackendId backend) {
    return outcomes.stream()
        .map(outcome -> Optional.ofNullable(outcome.results().get(backend)))
        .flatMap(Optional::stream)
        .toList();
  }

  /**
   * Whether no instance did anything but what another one did before it: the A/A comparison. A node
   * with effects is played once, so nobody can say.
   */
  public boolean isSteady() {
    List<CaseResult> played =
        outcomes.stream()
            .filter(outcome -> !outcome.tried().tags().contains("contract"))
            .flatMap(outcome -> outcome.results().values().stream())
            .filter(result -> result.verdict().observed() != Observed.UNSUPPORTED)
            .filter(result -> result.verdict().observed() != Observed.NOT_RUN)
            .toList();
    return !played.isEmpty() && played.stream().allMatch(CaseResult::repeated);
  }

  /** Whether any result must be looked at. */
  public boolean unexpected() {
    return outcomes.stream().anyMatch(CaseOutcome::unexpected);
  }
}
