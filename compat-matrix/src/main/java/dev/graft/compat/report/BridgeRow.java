package dev.graft.compat.report;

import dev.graft.compat.bridge.BridgeCases;
import dev.graft.compat.verdict.CaseOutcome;
import dev.graft.compat.verdict.CaseResult;
import dev.graft.runtime.backend.BackendId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the values of one type cross the bridge.
 *
 * @param type the type
 * @param into its case that goes into Python
 * @param outOf its case that comes out of Python
 */
public record BridgeRow(String type, Optional<CaseOutcome> into, Optional<CaseOutcome> outOf) {

  /** The rows of a report, sorted by type. */
  public static List<BridgeRow> of(CompatReport report) {
    Map<String, Optional<CaseOutcome>> into = new LinkedHashMap<>();
    Map<String, Optional<CaseOutcome>> outOf = new LinkedHashMap<>();
    report.bridge().stream()
        .flatMap(row -> row.outcomes().stream())
        .forEach(
            outcome -> {
              String id = outcome.tried().id();
              Map<String, Optional<CaseOutcome>> half = id.endsWith(BridgeCases.IN) ? into : outOf;
              String type = id.substring(0, id.lastIndexOf('/'));
              into.putIfAbsent(type, Optional.empty());
              half.put(type, Optional.of(outcome));
            });
    List<BridgeRow> rows = new ArrayList<>();
    into.forEach(
        (type, in) ->
            rows.add(new BridgeRow(type, in, outOf.getOrDefault(type, Optional.empty()))));
    return rows;
  }

  /** How it goes into a backend. */
  public Crossing in(BackendId backend) {
    return Crossing.of(into, backend);
  }

  /** How it comes out of a backend. */
  public Crossing out(BackendId backend) {
    return Crossing.of(outOf, backend);
  }

  /**
   * One direction on one backend.
   *
   * @param look the name of its look, for style sheets
   * @param glyph the sign
   * @param word what it means
   */
  public record Crossing(String look, String glyph, String word) {
    static Crossing of(Optional<CaseOutcome> outcome, BackendId backend) {
      Optional<CaseResult> result =
          outcome.flatMap(each -> Optional.ofNullable(each.results().get(backend)));
      CaseLook look = result.map(CaseLook::of).orElse(new CaseLook("unknown", "?", "not run"));
      return new Crossing(look.look(), look.glyph(), look.word());
    }

    /** Sign and word. */
    public String text() {
      return glyph + " " + word;
    }
  }
}
