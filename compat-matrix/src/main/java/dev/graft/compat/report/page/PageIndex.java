package dev.graft.compat.report.page;

import dev.graft.compat.changes.Change;
import dev.graft.compat.compare.Grade;
import dev.graft.compat.report.CaseLook;
import dev.graft.compat.report.CompatReport;
import dev.graft.compat.report.NodeRow;
import dev.graft.compat.report.StageLook;
import dev.graft.compat.report.VisibleText;
import dev.graft.compat.verdict.CaseOutcome;
import dev.graft.compat.verdict.CaseResult;
import dev.graft.compat.verdict.Overlay;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the page searches: a short row for each case. What many rows share stands in a table and is
 * named by its number, so that ten thousand rows stay small.
 */
final class PageIndex {
  private final Map<Object, Integer> numbers = new LinkedHashMap<>();
  private final CompatReport report;
  private final Map<String, List<String>> changes;

  private PageIndex(CompatReport report) {
    this.report = report;
    this.changes = changes(report);
  }

  static Map<String, Object> of(CompatReport report, Depth depth) {
    PageIndex index = new PageIndex(report);
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("backends", report.backends().stream().map(each -> each.id().text()).toList());
    tree.put("nodes", report.rows().stream().map(index::node).toList());
    tree.put("shared", List.copyOf(index.numbers.keySet()));
    tree.put("left", depth.text());
    tree.put("today", DifferingSince.day(report.started()));
    return tree;
  }

  private Map<String, Object> node(NodeRow node) {
    DifferingSince since = new DifferingSince(report, node.id());
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("id", node.id());
    tree.put("stage", StageLook.of(node).id());
    tree.put("cases", node.outcomes().stream().map(each -> oneCase(each, since)).toList());
    return tree;
  }

  private List<Object> oneCase(CaseOutcome outcome, DifferingSince since) {
    List<Object> row = new ArrayList<>();
    row.add(VisibleText.of(outcome.tried().id()));
    row.add(VisibleText.of(outcome.tried().title()));
    row.add(number(about(outcome)));
    row.add(number(outcome.partition()));
    for (var backend : report.backends()) {
      CaseResult result = outcome.results().get(backend.id());
      row.add(result == null ? -1 : number(result(result, since)));
    }
    List<String> changed = changes.get(outcome.tried().key());
    if (changed != null) {
      row.add(number(changed));
    }
    return row;
  }

  private static Map<String, Object> about(CaseOutcome outcome) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("level", outcome.tried().level().text());
    tree.put("origin", outcome.tried().origin());
    tree.put("tags", outcome.tried().tags());
    return tree;
  }

  private static Map<String, Object> result(CaseResult result, DifferingSince since) {
    CaseLook look = CaseLook.of(result);
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("look", look.look());
    tree.put("glyph", look.glyph());
    tree.put("word", look.word());
    tree.put("observed", result.verdict().observed().name().toLowerCase(Locale.ROOT));
    if (result.overlay() != Overlay.NONE) {
      tree.put("overlay", result.overlay().name().toLowerCase(Locale.ROOT));
    }
    result.verdict().grade().map(Grade::text).ifPresent(grade -> tree.put("grade", grade));
    result.verdict().signature().ifPresent(signature -> tree.put("sig", signature));
    since.of(result).ifPresent(day -> tree.put("since", day));
    if (result.unexpected()) {
      tree.put("unexpected", true);
    }
    return tree;
  }

  private int number(Object shared) {
    return numbers.computeIfAbsent(shared, _ -> numbers.size());
  }

  private static Map<String, List<String>> changes(CompatReport report) {
    Map<String, List<String>> byCase = new LinkedHashMap<>();
    report.changes().stream()
        .flatMap(changes -> changes.all().stream())
        .forEach(change -> add(byCase, change));
    return byCase;
  }

  private static void add(Map<String, List<String>> byCase, Change change) {
    List<String> kinds = byCase.computeIfAbsent(change.key(), _ -> new ArrayList<>());
    if (!kinds.contains(change.kind().id())) {
      kinds.add(change.kind().id());
    }
  }
}
