package dev.graft.cli.mutants;

import dev.graft.compat.generate.CaseGenerator;
import dev.graft.compat.report.CompatReport;
import dev.graft.compat.verdict.CaseOutcome;
import dev.graft.compat.verdict.CaseResult;
import dev.graft.runtime.backend.BackendId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What the matrix says of a wrong port.
 *
 * @param port the wrong port
 * @param signature of the first case that shows it; nothing if none does
 * @param shownBy that case
 * @param cases how many cases show it
 * @param tried how many were run
 */
record Catch(WrongPort port, Optional<String> signature, String shownBy, int cases, int tried) {
  static Catch of(WrongPort port, CompatReport report) {
    List<CaseOutcome> all = report.outcomes().toList();
    List<CaseOutcome> showing =
        all.stream()
            .filter(CaseOutcome::unexpected)
            .sorted(Comparator.comparing(Catch::isMadeUp))
            .toList();
    return new Catch(
        port,
        showing.stream().findFirst().map(Catch::signature),
        showing.stream().findFirst().map(outcome -> outcome.tried().id()).orElse(""),
        showing.size(),
        all.size());
  }

  boolean caught() {
    return signature.isPresent();
  }

  /** What stands in a file stays; what is made up changes with the generator. */
  private static boolean isMadeUp(CaseOutcome outcome) {
    return outcome.tried().origin().equals(CaseGenerator.ORIGIN);
  }

  private static String signature(CaseOutcome outcome) {
    CaseResult java = outcome.results().get(BackendId.JAVA);
    return java == null
        ? "not on java"
        : java.verdict().signature().orElseGet(() -> java.verdict().observed() + ", FIXED");
  }
}
