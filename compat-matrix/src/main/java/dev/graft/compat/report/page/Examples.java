package dev.graft.compat.report.page;

import dev.graft.compat.report.CaseLook;
import dev.graft.compat.verdict.CaseOutcome;
import dev.graft.compat.verdict.CaseResult;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/** Holds for the first few cases of each way to fail. */
final class Examples implements Predicate<CaseOutcome> {
  private static final int FEW = 5;

  private final Map<String, Integer> seen = new HashMap<>();

  @Override
  public boolean test(CaseOutcome outcome) {
    boolean isNew = false;
    for (CaseResult result : outcome.results().values()) {
      if (CaseLook.differs(result)) {
        String way = result.word() + result.verdict().signature().orElse("");
        int before = seen.getOrDefault(way, 0);
        seen.put(way, before + 1);
        isNew |= before < FEW;
      }
    }
    return isNew;
  }
}
