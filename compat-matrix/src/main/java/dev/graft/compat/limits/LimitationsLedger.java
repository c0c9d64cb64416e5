package dev.graft.compat.limits;

import dev.graft.compat.verdict.CaseResult;
import dev.graft.compat.verdict.Observed;
import dev.graft.compat.verdict.Overlay;
import dev.graft.compat.verdict.Verdict;
import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.limits.Limitation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lays the known limitations over the results of a run, and keeps count of what they match. */
public final class LimitationsLedger {
  private static final int GRACE_DAYS = 30;

  private static final class Count {
    private final Set<String> cases = new HashSet<>();
    private int known;
    private int changed;
    private int fixed;
  }

  private final Map<Limitation, Count> counts = new LinkedHashMap<>();
  private final LocalDate today;

  /** A ledger of these entries. */
  public LimitationsLedger(List<Limitation> limitations, LocalDate today) {
    limitations.forEach(each -> counts.put(each, new Count()));
    this.today = today;
  }

  /** The result with what a limitation makes of it. */
  public CaseResult lay(String caseKey, String implementation, CaseResult result) {
    Verdict verdict = result.verdict();
    boolean passes = verdict.observed() == Observed.PASS;
    if (!passes && !verdict.observed().failed()) {
      return result;
    }
    List<Limitation> covering =
        counts.keySet().stream()
            .filter(each -> each.covers(caseKey, result.backend(), implementation))
            .toList();
    if (covering.isEmpty()) {
      return result;
    }
    String signature = verdict.signature().orElse("");
    Limitation chosen =
        covering.stream()
            .filter(each -> !passes && Firing.speaksOf(each, signature))
            .findFirst()
            .orElse(covering.getFirst());
    Overlay overlay = overlay(chosen, passes, signature);
    count(chosen, caseKey, overlay);
    return result.under(overlay, chosen.id());
  }

  /** Whether an entry says that a case fails now and then. */
  public boolean isFlaky(String caseKey, BackendId backend, String implementation) {
    return counts.keySet().stream()
        .anyMatch(each -> each.isFlaky() && each.covers(caseKey, backend, implementation));
  }

  /** A flaky case that passes has said nothing, and is no pass either. */
  private static Overlay overlay(Limitation chosen, boolean passes, String signature) {
    if (chosen.isFlaky()) {
      return passes || Firing.speaksOf(chosen, signature) ? Overlay.FLAKY : Overlay.CHANGED;
    } else if (passes) {
      return Overlay.FIXED;
    }
    return Firing.speaksOf(chosen, signature) ? Overlay.KNOWN : Overlay.CHANGED;
  }

  private void count(Limitation limitation, String caseKey, Overlay overlay) {
    Count count = counts.getOrDefault(limitation, new Count());
    count.cases.add(caseKey);
    switch (overlay) {
      case KNOWN, FLAKY -> count.known++;
      case CHANGED -> count.changed++;
      case FIXED -> count.fixed++;
      case NONE -> {}
    }
  }

  /**
   * What became of each entry.
   *
   * @param ran the backends that ran
   * @param whole whether all nodes and cases ran, so that an entry without a match is stale
   */
  public List<LimitationState> states(Set<BackendId> ran, boolean whole) {
    List<LimitationState> states = new ArrayList<>();
    counts.forEach(
        (limitation, count) -> {
          boolean seen = limitation.backends().keySet().stream().anyMatch(ran::contains);
          states.add(
              new LimitationState(
                  limitation,
                  count.known,
                  count.changed,
                  count.fixed,
                  status(limitation, count, whole && seen)));
        });
    return states;
  }

  private LimitationState.Status status(Limitation limitation, Count count, boolean whole) {
    if (count.fixed > 0) {
      return LimitationState.Status.FIXED;
    } else if (count.cases.isEmpty()) {
      return whole ? LimitationState.Status.STALE : LimitationState.Status.NOT_SEEN;
    } else if (count.cases.size() > Limitation.MOST_CASES && !limitation.wide()) {
      return LimitationState.Status.TOO_WIDE;
    } else if (today.isAfter(limitation.review().plusDays(GRACE_DAYS))) {
      return LimitationState.Status.OVERDUE;
    } else if (today.isAfter(limitation.review())) {
      return LimitationState.Status.DUE;
    }
    return LimitationState.Status.HOLDS;
  }
}
