package dev.graft.compat.report;

import dev.graft.compat.compare.Advice;
import dev.graft.compat.compare.Explanation;
import dev.graft.compat.corpus.Case;
import dev.graft.compat.verdict.CaseResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The unexpected results that fail in one way: people mend causes, not cases.
 *
 * @param name the signature, or what was seen where there is none
 * @param places where it was seen
 */
public record SignatureGroup(String name, List<Place> places) {
  public SignatureGroup {
    places = List.copyOf(places);
  }

  /**
   * One of its results.
   *
   * @param tried the case
   * @param result on the backend that fails
   * @param handsOver whether state changed its backend in it
   */
  public record Place(Case tried, CaseResult result, boolean handsOver) {}

  /** All of a run, the one with most results first. */
  public static List<SignatureGroup> of(CompatReport report) {
    Map<String, List<Place>> groups = new LinkedHashMap<>();
    Stream.concat(cases(report), handOvers(report))
        .filter(place -> place.result().unexpected())
        .forEach(
            place ->
                groups.computeIfAbsent(name(place.result()), _ -> new ArrayList<>()).add(place));
    return groups.entrySet().stream()
        .map(each -> new SignatureGroup(each.getKey(), each.getValue()))
        .sorted(
            Comparator.comparingInt((SignatureGroup group) -> -group.places().size())
                .thenComparing(SignatureGroup::name))
        .toList();
  }

  private static Stream<Place> cases(CompatReport report) {
    return report
        .outcomes()
        .flatMap(
            outcome ->
                outcome.results().values().stream()
                    .map(result -> new Place(outcome.tried(), result, false)));
  }

  private static Stream<Place> handOvers(CompatReport report) {
    return report.handOvers().map(each -> new Place(each.tried(), each.result(), true));
  }

  /** What its first difference usually means; empty where there is no difference to show. */
  public Optional<Explanation> explanation() {
    Place first = places.getFirst();
    return first.result().verdict().differences().stream()
        .filter(each -> !each.tolerated())
        .findFirst()
        .map(each -> Advice.of(each, first.tried(), first.result().trace().events()));
  }

  private static String name(CaseResult result) {
    String signature = result.verdict().signature().orElse(result.verdict().observed().name());
    return switch (result.overlay()) {
      case NONE, KNOWN, FLAKY -> signature;
      case CHANGED, FIXED ->
          result.overlay() + " " + result.limitation().orElse("") + " " + signature;
    };
  }
}
