package dev.graft.compat.speed;

import dev.graft.compat.corpus.Case;
import dev.graft.compat.subject.Subject;
import dev.graft.compat.subject.Timed;
import dev.graft.compat.verdict.CaseOutcome;
import dev.graft.descriptor.Purity;
import dev.graft.descriptor.StateDescriptor;
import dev.graft.runtime.backend.Backend;
import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.backend.Hosting;
import dev.graft.runtime.catalogue.CatalogueEntry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Takes the time of one node. In each round CPython comes first and last and the others between, in
 * turns; what two samples of CPython differ by is noise, and the mean of both is what the others
 * are compared with.
 */
public final class SpeedRun {
  private static final BackendId REFERENCE = BackendId.CPYTHON;

  private final SpeedOptions options;
  private final boolean stateful;
  private final List<TimedPlace> places;
  private final List<Case> cases;
  private final List<Double> noise = new ArrayList<>();

  private SpeedRun(
      SpeedOptions options, boolean stateful, List<TimedPlace> places, List<Case> cases) {
    this.options = options;
    this.stateful = stateful;
    this.places = places;
    this.cases = cases;
  }

  /**
   * Takes the time of a node.
   *
   * @param outcomes of its cases: what is not right is not timed
   * @param backends those that ran
   * @param interpreted those of them that only interpret here
   * @param limit how long one sample may take before it is given up
   */
  public static NodeSpeed of(
      CatalogueEntry entry,
      List<CaseOutcome> outcomes,
      List<Backend> backends,
      Set<BackendId> interpreted,
      SpeedOptions options,
      Duration limit) {
    List<TimedPlace> places = new ArrayList<>();
    for (Backend backend : backends) {
      entry
          .in(backend.id().language())
          .filter(node -> backend.hosts(node) instanceof Hosting.Accepted)
          .map(node -> new Subject(node, backend.id()))
          .ifPresent(subject -> places.add(new TimedPlace(subject, backend, limit)));
    }
    List<BackendId> ids = places.stream().map(TimedPlace::id).toList();
    if (entry.contract().purity() == Purity.EFFECTS) {
      return none(ids, "it has effects, which nobody wants a thousand times");
    }
    List<Case> cases = TimedCases.of(outcomes, ids, options.cases());
    if (cases.isEmpty()) {
      return none(ids, "no case by hand gives it an item and passes on all backends");
    }
    boolean stateful = entry.contract().state().scope() != StateDescriptor.Scope.NONE;
    return new SpeedRun(options, stateful, places, cases).run(interpreted);
  }

  private static NodeSpeed none(List<BackendId> backends, String reason) {
    Map<BackendId, Timing> timings = new EnumMap<>(BackendId.class);
    backends.forEach(each -> timings.put(each, new Timing.NotMeasured(reason)));
    return new NodeSpeed(timings, List.of(), 0, OptionalDouble.empty());
  }

  private NodeSpeed run(Set<BackendId> interpreted) {
    for (int fork = 0; fork < options.forks(); fork++) {
      places.forEach(place -> place.open(cases.getFirst()));
      try {
        cases.forEach(this::time);
      } finally {
        places.forEach(TimedPlace::close);
      }
    }
    Map<BackendId, Timing> timings = new EnumMap<>(BackendId.class);
    for (TimedPlace place : places) {
      timings.put(
          place.id(),
          place.timing(options.forks(), interpreted.contains(place.id()), place.id() == REFERENCE));
    }
    return new NodeSpeed(
        timings,
        cases.stream().map(Case::id).toList(),
        options.forks(),
        noise.isEmpty()
            ? OptionalDouble.empty()
            : OptionalDouble.of(Math.exp(Means.quantile(noise, 0.5))));
  }

  private void time(Case timed) {
    Map<TimedPlace, Integer> passes = new LinkedHashMap<>();
    OptionalInt fixed = OptionalInt.empty();
    for (TimedPlace place : referenceFirst()) {
      OptionalInt found = WarmUp.of(place, timed, fixed, options);
      found.ifPresent(number -> passes.put(place, number));
      if (stateful && fixed.isEmpty()) {
        // Of a node with state the same stream must be timed everywhere: its state may grow.
        fixed = found;
      }
    }
    Map<TimedPlace, List<Double>> logs = new LinkedHashMap<>();
    for (int round = 0; round < options.rounds(); round++) {
      round(timed, round, passes, logs);
    }
    logs.forEach((place, each) -> place.keepRatio(Means.of(each)));
    passes.forEach(
        (place, number) ->
            place.sample(timed, number, true).ifPresent(sample -> place.keepOwn(timed, sample)));
  }

  private void round(
      Case timed, int round, Map<TimedPlace, Integer> passes, Map<TimedPlace, List<Double>> logs) {
    Optional<TimedPlace> reference = reference().filter(passes::containsKey);
    Optional<Timed> first = reference.flatMap(place -> kept(place, timed, passes));
    List<TimedPlace> others =
        passes.keySet().stream().filter(place -> place.id() != REFERENCE).toList();
    Map<TimedPlace, Timed> seen = new LinkedHashMap<>();
    for (TimedPlace place : round % 2 == 0 ? others : others.reversed()) {
      kept(place, timed, passes).ifPresent(sample -> seen.put(place, sample));
    }
    Optional<Timed> last = reference.flatMap(place -> kept(place, timed, passes));
    if (first.isPresent() && last.isPresent()) {
      double one = Math.log(first.get().perItem());
      double other = Math.log(last.get().perItem());
      noise.add(Math.abs(one - other));
      seen.forEach(
          (place, sample) ->
              logs.computeIfAbsent(place, _ -> new ArrayList<>())
                  .add((one + other) / 2 - Math.log(sample.perItem())));
    }
  }

  private static Optional<Timed> kept(
      TimedPlace place, Case timed, Map<TimedPlace, Integer> passes) {
    Optional<Timed> sample = place.sample(timed, passes.getOrDefault(place, 1), false);
    sample.ifPresent(each -> place.keep(timed, each));
    return sample;
  }

  private Optional<TimedPlace> reference() {
    return places.stream().filter(place -> place.id() == REFERENCE && place.works()).findFirst();
  }

  private List<TimedPlace> referenceFirst() {
    List<TimedPlace> ordered = new ArrayList<>();
    reference().ifPresent(ordered::add);
    places.stream().filter(place -> !ordered.contains(place)).forEach(ordered::add);
    return ordered;
  }
}
