package dev.graft.compat.report;

import dev.graft.compat.changes.Change;
import dev.graft.compat.limits.LimitationState;
import dev.graft.runtime.backend.BackendStatus;
import java.util.ArrayList;
import java.util.List;

/** What a reader must know before trusting a grid. There is none where all is as it should be. */
public final class Warnings {
  /** Of a run that takes no times: without it GraalPy is slower and computes the same. */
  private static final String COMPILER = "optimizing runtime";

  private Warnings() {}

  /** The sentences, each with its sign. */
  public static List<String> of(CompatReport report) {
    List<String> all = new ArrayList<>();
    for (BackendColumn backend : report.backends()) {
      if (!backend.available()) {
        all.add("⚑ " + backend.id() + " did not start: " + backend.implementation());
      }
      backend.facts().stream()
          .filter(fact -> !fact.good() && !fact.name().equals(COMPILER))
          .map(fact -> "◌ " + backend.id() + ": " + sentence(fact))
          .forEach(all::add);
    }
    long noisy = report.nodes().stream().filter(node -> node.speed().isNoisy()).count();
    if (noisy > 0) {
      all.add(
          "~ Times are noisy: CPython differed from itself by more than a tenth on "
              + Counted.of(noisy, "node"));
    }
    report.losses().forEach(loss -> all.add("⧖ " + SpeedText.of(loss)));
    long edit = report.limitations().stream().filter(LimitationState::mustBeEdited).count();
    if (edit > 0) {
      all.add("✎ " + Counted.of(edit, "known limitation") + " to edit");
    }
    long due =
        report.limitations().stream()
            .filter(each -> each.status() == LimitationState.Status.DUE)
            .count();
    if (due > 0) {
      all.add("✎ " + Counted.of(due, "known limitation") + " to review");
    }
    if (!report.scope().complete()) {
      all.add("◌ Incomplete: " + Counted.of(report.scope().missing(), "result") + " missing");
    }
    if (!report.scope().whole()) {
      all.add("◌ Only a part of the nodes and cases was run");
    }
    report
        .changes()
        .ifPresent(
            changes -> {
              long worse = changes.count(Change.Kind.REGRESSED);
              if (worse > 0) {
                all.add("⚠ " + Counted.of(worse, "result") + " got worse than before");
              }
              changes.notes().forEach(note -> all.add("◌ " + note));
            });
    return all;
  }

  private static String sentence(BackendStatus.Fact fact) {
    return fact.name()
        + ": "
        + fact.value()
        + (fact.advice().isEmpty() ? "" : " (" + fact.advice() + ")");
  }
}
