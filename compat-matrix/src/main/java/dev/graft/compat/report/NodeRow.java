package dev.graft.compat.report;

import dev.graft.compat.handover.HandOver;
import dev.graft.compat.production.Codes;
import dev.graft.compat.production.InUse;
import dev.graft.compat.production.Production;
import dev.graft.compat.speed.NodeSpeed;
import dev.graft.compat.verdict.CaseOutcome;
import dev.graft.compat.verdict.CaseResult;
import dev.graft.compat.verdict.Observed;
import dev.graft.descriptor.Language;
import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.backend.ServedBy;
import dev.graft.runtime.catalogue.CatalogueEntry;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A node of a run.
 *
 * @param entry its implementations
 * @param outcomes of its cases
 * @param untriedParams parameters that no case gives
 * @param handOver what came of moving its state
 * @param evidence how much was tried
 * @param speed how fast it is
 * @param inUse what runs elsewhere have shown of it
 */
public record NodeRow(
    CatalogueEntry entry,
    List<CaseOutcome> outcomes,
    List<String> untriedParams,
    HandOver handOver,
    Evidence evidence,
    NodeSpeed speed,
    InUse inUse) {
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
   * Whether no instance did anything but what another one did before it, on some backends: the A/A
   * comparison. A node with effects is played once, so nobody can say.
   */
  boolean isSteady(Collection<BackendId> backends) {
    List<CaseResult> played =
        outcomes.stream()
            .filter(outcome -> !outcome.tried().tags().contains("contract"))
            .flatMap(outcome -> outcome.results().values().stream())
            .filter(result -> backends.contains(result.backend()))
            .filter(result -> result.verdict().observed() != Observed.UNSUPPORTED)
            .filter(result -> result.verdict().observed() != Observed.NOT_RUN)
            .toList();
    return !played.isEmpty() && played.stream().allMatch(CaseResult::repeated);
  }

  /** The same on all backends. */
  public boolean isSteady() {
    return isSteady(List.of(BackendId.values()));
  }

  /** Whether any result must be looked at. */
  public boolean unexpected() {
    return outcomes.stream().anyMatch(CaseOutcome::unexpected)
        || handOver.results().anyMatch(each -> each.result().unexpected());
  }

  /** Whether it may move from CPython to another backend. */
  public SwitchVerdict switchTo(BackendId backend) {
    return SwitchRule.of(this, backend);
  }

  /** How far its port to Java has come. */
  public Stage stage() {
    if (entry.python().isEmpty()) {
      return Stage.JAVA_ONLY;
    }
    boolean opens =
        on(BackendId.JAVA).stream().anyMatch(each -> each.trace().servedBy().isPresent());
    if (!opens) {
      return Stage.PYTHON_ONLY;
    }
    SwitchVerdict verdict = switchTo(BackendId.JAVA);
    if (!verdict.safe()) {
      return verdict.verified() ? Stage.VERIFIED : Stage.PORTED;
    }
    return Stage.of(inUse.furthest().step());
  }

  /** The same with what runs elsewhere have shown of this code. */
  public NodeRow in(Production production) {
    Codes codes = new Codes(codeHash(Language.JAVA), codeHash(Language.PYTHON));
    return new NodeRow(
        entry, outcomes, untriedParams, handOver, evidence, speed, production.of(id(), codes));
  }

  /** The hash of the code that gave the results in a language; empty if none of it ran. */
  public Optional<String> codeHash(Language language) {
    return outcomes.stream()
        .flatMap(outcome -> outcome.results().values().stream())
        .filter(result -> result.backend().language() == language)
        .flatMap(result -> result.trace().servedBy().stream())
        .map(ServedBy::codeHash)
        .findFirst();
  }
}
