package dev.graft.compat.run;

import dev.graft.compat.corpus.Case;
import dev.graft.compat.handover.HandOver;
import dev.graft.compat.handover.HandOverPair;
import dev.graft.compat.handover.HandOverResult;
import dev.graft.compat.handover.OpaqueState;
import dev.graft.compat.handover.Session;
import dev.graft.compat.handover.Sessions;
import dev.graft.compat.limits.LimitationsLedger;
import dev.graft.compat.report.Reproduction;
import dev.graft.compat.subject.Event;
import dev.graft.compat.subject.Leg;
import dev.graft.compat.subject.Played;
import dev.graft.compat.subject.Subject;
import dev.graft.compat.subject.Trace;
import dev.graft.compat.verdict.CaseOutcome;
import dev.graft.compat.verdict.CaseResult;
import dev.graft.compat.verdict.Judge;
import dev.graft.compat.verdict.Verdict;
import dev.graft.descriptor.StateDescriptor;
import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.catalogue.CatalogueEntry;
import dev.graft.runtime.failure.Phase;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The hand-over grid of one node. Each backend plays the beginning of each session and gives its
 * state, and each backend goes on with each state. What comes then is judged by the same stream
 * without a hand-over on the reference backend.
 */
final class NodeHandOver {
  private record Place(HandOverLine line, Subject subject) {
    Played play(Case stream, Leg leg) {
      return line.play(subject, stream, leg);
    }
  }

  private final StateDescriptor state;
  private final Map<BackendId, Place> places;
  private final Place reference;
  private final LimitationsLedger ledger;
  private final Map<String, Trace> whole = new HashMap<>();

  private NodeHandOver(
      StateDescriptor state,
      Map<BackendId, Place> places,
      Place reference,
      LimitationsLedger ledger) {
    this.state = state;
    this.places = places;
    this.reference = reference;
    this.ledger = ledger;
  }

  /**
   * The grid, with the sessions that the cases of the node make.
   *
   * @param everyCase whether all of them ran
   */
  static HandOver of(
      CatalogueEntry entry,
      List<CaseOutcome> outcomes,
      boolean everyCase,
      List<HandOverLine> lines,
      LimitationsLedger ledger) {
    if (entry.contract().state().scope() == StateDescriptor.Scope.NONE) {
      return new HandOver.Stateless();
    } else if (!everyCase) {
      return new HandOver.NotTried("only some of its cases ran");
    }
    return between(entry, lines, ledger)
        .map(grid -> grid.over(Sessions.of(outcomes, grid::tells)))
        .orElse(new HandOver.NotTried("no backend that runs here hosts the node"));
  }

  /** One session again, beside the same stream without a hand-over. */
  static Optional<Reproduction> again(
      CatalogueEntry entry,
      Session session,
      BackendId from,
      BackendId to,
      List<HandOverLine> lines,
      LimitationsLedger ledger) {
    return between(entry, lines, ledger).flatMap(grid -> grid.again(session, from, to));
  }

  private static Optional<NodeHandOver> between(
      CatalogueEntry entry, List<HandOverLine> lines, LimitationsLedger ledger) {
    Map<BackendId, Place> places = new EnumMap<>(BackendId.class);
    for (HandOverLine line : lines) {
      line.subject(entry).ifPresent(subject -> places.put(line.id(), new Place(line, subject)));
    }
    return Judge.REFERENCES.stream()
        .flatMap(id -> Optional.ofNullable(places.get(id)).stream())
        .findFirst()
        .map(judge -> new NodeHandOver(entry.contract().state(), places, judge, ledger));
  }

  private Optional<Reproduction> again(Session session, BackendId from, BackendId to) {
    Reproduction.Column whole =
        new Reproduction.Column(
            reference.line().id() + ", not handed over", whole(session.stream()));
    return over(List.of(session))
        .pair(from, to)
        .map(pair -> pair.results().getFirst())
        .map(
            each ->
                new Reproduction(
                    each.tried(),
                    List.of(
                        whole, new Reproduction.Column(from + " to " + to, each.result().trace())),
                    each.result()));
  }

  private HandOver over(List<Session> sessions) {
    if (sessions.isEmpty()) {
      return new HandOver.NotTried(
          "no case passes that goes on after an item and would show a lost state");
    }
    Map<BackendId, List<Played>> saved =
        SideBySide.all(
            places,
            place ->
                sessions.stream()
                    .map(each -> place.play(each.stream(), Leg.before(each.cut())))
                    .toList());
    Map<BackendId, Map<BackendId, List<Trace>>> restored =
        SideBySide.all(places, place -> goOn(place, sessions, saved));
    List<HandOverPair> pairs = new ArrayList<>();
    restored.forEach(
        (to, all) -> all.forEach((from, traces) -> pairs.add(pair(from, to, sessions, traces))));
    return new HandOver.Tried(pairs.stream().sorted(HandOverPair.ORDER).toList());
  }

  /** Whether a node that has forgotten what came before gives itself away. */
  private boolean tells(Session session) {
    Trace owed = whole(session.stream());
    Trace forgotten =
        reference.play(session.stream(), Leg.forgetful(session.stream(), session.cut())).trace();
    return owed.complete() && forgotten.complete() && judge(session, forgotten).observed().failed();
  }

  private Trace whole(Case stream) {
    return whole.computeIfAbsent(
        stream.key(), _ -> reference.play(stream, Leg.whole(stream)).trace());
  }

  private Verdict judge(Session session, Trace trace) {
    return Judge.from(
        session.cut(),
        trace,
        session.stream().tolerance(),
        whole(session.stream()),
        reference.line().id());
  }

  private Map<BackendId, List<Trace>> goOn(
      Place place, List<Session> sessions, Map<BackendId, List<Played>> saved) {
    Map<BackendId, List<Trace>> all = new EnumMap<>(BackendId.class);
    saved.forEach(
        (from, states) -> {
          List<Trace> traces = new ArrayList<>();
          for (int i = 0; i < sessions.size(); i++) {
            traces.add(goOn(place, sessions.get(i), states.get(i)));
          }
          all.put(from, traces);
        });
    return all;
  }

  private Trace goOn(Place place, Session session, Played before) {
    return notSaved(before)
        .orElseGet(
            () ->
                place
                    .play(
                        session.stream(),
                        Leg.after(session.stream(), session.cut(), before.handedOver()))
                    .trace());
  }

  private HandOverPair pair(
      BackendId from, BackendId to, List<Session> sessions, List<Trace> traces) {
    List<HandOverResult> results = new ArrayList<>();
    for (int i = 0; i < sessions.size(); i++) {
      Session session = sessions.get(i);
      Case tried = session.from(from);
      Trace trace = traces.get(i);
      CaseResult result = new CaseResult(to, trace, judge(session, trace));
      results.add(
          new HandOverResult(tried, from, ledger.lay(tried.key(), implementation(to), result)));
    }
    return new HandOverPair(from, to, results);
  }

  private String implementation(BackendId backend) {
    return Optional.ofNullable(places.get(backend))
        .map(place -> place.line().implementation())
        .orElse("");
  }

  /** What is to be told instead, where the state did not come out. */
  private Optional<Trace> notSaved(Played before) {
    if (!before.trace().complete()) {
      return Optional.of(before.trace());
    }
    Optional<Event.Failed> failed =
        before.trace().events().stream()
            .filter(Event.Failed.class::isInstance)
            .map(Event.Failed.class::cast)
            .filter(event -> event.failure().phase() == Phase.SNAPSHOT)
            .findFirst();
    if (failed.isPresent()) {
      return Optional.of(unsaved(failed.get(), before.trace()));
    }
    return OpaqueState.in(before.state())
        .map(reason -> Trace.none(Trace.Ended.UNSUPPORTED, reason));
  }

  /** A node that declares its state must be able to give it; of any other nobody knows. */
  private Trace unsaved(Event.Failed failed, Trace trace) {
    return state.fields().isEmpty()
        ? Trace.none(
            Trace.Ended.UNSUPPORTED, "its state cannot be taken: " + failed.failure().message())
        : trace;
  }
}
