package dev.graft.compat.handover;

import dev.graft.compat.corpus.Case;
import dev.graft.compat.corpus.Level;
import dev.graft.compat.generate.CaseGenerator;
import dev.graft.compat.verdict.CaseOutcome;
import dev.graft.compat.verdict.CaseResult;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Chooses what is handed over: streams that were written by hand and streams that were made up,
 * each cut where losing the state would show. A case that differs without a hand-over says nothing
 * about one, so only those serve that nobody has to look at.
 */
public final class Sessions {
  /** So many streams of each kind are looked at. */
  private static final int LOOKED_AT = 16;

  /** So many of each kind are handed over. */
  private static final int CHOSEN = 4;

  private static final int CUTS = 2;

  private Sessions() {}

  /**
   * The sessions of a node, always the same of the same cases.
   *
   * @param tells whether losing the state would show; asked as seldom as can be
   */
  public static List<Session> of(List<CaseOutcome> outcomes, Predicate<Session> tells) {
    List<Session> chosen = new ArrayList<>();
    for (boolean madeUp : new boolean[] {false, true}) {
      List<Case> streams =
          otherParamsFirst(
              outcomes.stream()
                  .filter(Sessions::serves)
                  .map(CaseOutcome::tried)
                  .filter(each -> each.origin().equals(CaseGenerator.ORIGIN) == madeUp)
                  .map(Session::stream)
                  .filter(stream -> !Session.cuts(stream).isEmpty())
                  .toList());
      chosen.addAll(telling(streams, tells));
    }
    return chosen;
  }

  private static boolean serves(CaseOutcome outcome) {
    return outcome.tried().level() == Level.REQUIRED
        && outcome.results().values().stream()
            .noneMatch(result -> result.verdict().observed().failed() || result.unexpected())
        && outcome.results().values().stream().anyMatch(CaseResult::passed);
  }

  private static List<Session> telling(List<Case> streams, Predicate<Session> tells) {
    List<Session> chosen = new ArrayList<>();
    for (Case stream : streams.stream().limit(LOOKED_AT).toList()) {
      int before = chosen.size();
      for (int cut : inOrder(Session.cuts(stream))) {
        Session session = new Session(stream, cut);
        if (chosen.size() < Math.min(CHOSEN, before + CUTS) && tells.test(session)) {
          chosen.add(session);
        }
      }
    }
    return chosen;
  }

  /** The middle, the end and the beginning: what a state holds differs most there. */
  private static List<Integer> inOrder(List<Integer> cuts) {
    return Stream.of(cuts.get(cuts.size() / 2), cuts.getLast(), cuts.getFirst())
        .distinct()
        .toList();
  }

  private static List<Case> otherParamsFirst(List<Case> streams) {
    Set<String> seen = new HashSet<>();
    List<Case> first = new ArrayList<>();
    List<Case> rest = new ArrayList<>();
    streams.forEach(each -> (seen.add(each.params().toString()) ? first : rest).add(each));
    first.addAll(rest);
    return first;
  }
}
