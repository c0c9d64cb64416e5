package dev.graft.compat.report;

import dev.graft.compat.compare.Advice;
import dev.graft.compat.compare.Explanation;
import dev.graft.compat.handover.HandOver;
import dev.graft.compat.handover.HandOverPair;
import dev.graft.compat.limits.LimitationState;
import dev.graft.compat.verdict.CaseOutcome;
import dev.graft.compat.verdict.CaseResult;
import java.util.List;

/** {@code report.md}: headline, grid and every case that somebody must look at. */
final class MarkdownReport {
  private final StringBuilder out = new StringBuilder();

  private MarkdownReport() {}

  static String of(CompatReport report) {
    MarkdownReport page = new MarkdownReport();
    page.line("# Compat matrix").line("");
    Headline.of(report).forEach(sentence -> page.line("- " + MarkdownText.escaped(sentence)));
    page.line("");
    page.warnings(report);
    page.grid(report);
    page.stages(report);
    page.handOvers(report);
    page.bridge(report);
    SpeedLines.markdown(report).forEach(page::line);
    report.outcomes().filter(CaseOutcome::unexpected).forEach(page::outcome);
    page.limitations(report);
    report.changes().ifPresent(all -> ChangesMarkdown.of(all).forEach(page::line));
    return page.out.toString();
  }

  private void warnings(CompatReport report) {
    List<String> warnings = Warnings.of(report);
    if (!warnings.isEmpty()) {
      line("## Warnings").line("");
      warnings.forEach(each -> line("- " + MarkdownText.escaped(each)));
      line("");
    }
  }

  private void grid(CompatReport report) {
    StringBuilder head = new StringBuilder("| node |");
    StringBuilder rule = new StringBuilder("|---|");
    for (BackendColumn backend : report.backends()) {
      head.append(' ').append(backend.id()).append(" |");
      rule.append("---|");
    }
    line(head.toString()).line(rule.toString());
    for (NodeRow node : report.nodes()) {
      StringBuilder row = new StringBuilder("| " + node.id() + " |");
      for (BackendColumn backend : report.backends()) {
        Cell cell = Cell.of(node, backend.id());
        row.append(' ').append(cell.glyph()).append(' ').append(cell.text()).append(" |");
      }
      line(row.toString());
    }
    line("");
  }

  private void bridge(CompatReport report) {
    if (report.bridge().isEmpty()) {
      return;
    }
    StringBuilder head = new StringBuilder("| crosses the bridge |");
    StringBuilder rule = new StringBuilder("|---|");
    for (BackendColumn backend : report.bridges()) {
      head.append(" into ").append(backend.id()).append(" | out of ").append(backend.id());
      head.append(" |");
      rule.append("---|---|");
    }
    line(head.toString()).line(rule.toString());
    for (BridgeRow row : BridgeRow.of(report)) {
      StringBuilder line = new StringBuilder("| " + row.type() + " |");
      for (BackendColumn backend : report.bridges()) {
        line.append(' ').append(row.in(backend.id()).text()).append(" |");
        line.append(' ').append(row.out(backend.id()).text()).append(" |");
      }
      line(line.toString());
    }
    line("");
  }

  private void stages(CompatReport report) {
    line("## Stages").line("").line(StageCounts.of(report)).line("");
    line("| node | stage | in production | what stands in the way of Java |");
    line("|---|---|---|---|");
    for (NodeRow node : report.nodes()) {
      line(
          "| %s | %s | %s | %s |"
              .formatted(
                  node.id(),
                  StageLook.of(node).text(),
                  MarkdownText.escaped(String.join(". ", UsageText.of(node.inUse()))),
                  MarkdownText.escaped(InTheWay.of(node))));
    }
    line("");
  }

  private void handOvers(CompatReport report) {
    List<NodeRow> stateful =
        report.nodes().stream()
            .filter(node -> !(node.handOver() instanceof HandOver.Stateless))
            .toList();
    if (stateful.isEmpty()) {
      return;
    }
    line("## Hand-over of state").line("");
    line("State that one backend saved, restored on another in the middle of a stream.");
    line(HandOverCounts.of(report)).line("");
    line("| node | from | to | result |").line("|---|---|---|---|");
    for (NodeRow node : stateful) {
      switch (node.handOver()) {
        case HandOver.Stateless _ -> {}
        case HandOver.NotTried not ->
            line(
                "| %s | | | not tried: %s |"
                    .formatted(node.id(), MarkdownText.escaped(not.reason())));
        case HandOver.Tried tried -> tried.pairs().forEach(pair -> line(row(node, pair)));
      }
    }
    line("");
  }

  private static String row(NodeRow node, HandOverPair pair) {
    String signature =
        pair.failure().flatMap(each -> each.result().verdict().signature()).orElse("");
    return "| %s | %s | %s | %s%s |"
        .formatted(
            node.id(),
            pair.from(),
            pair.to(),
            MarkdownText.escaped(pair.text()),
            signature.isEmpty() ? "" : ": `" + MarkdownText.code(signature) + "`");
  }

  private void outcome(CaseOutcome outcome) {
    line("## " + MarkdownText.escaped(outcome.tried().key())).line("");
    line(MarkdownText.escaped(outcome.tried().title())
            + ". Agreement: "
            + outcome.partition()
            + ".")
        .line("");
    for (CaseResult result : outcome.results().values()) {
      if (!result.unexpected()) {
        continue;
      }
      String what = result.verdict().signature().orElse(result.verdict().observed().name());
      line(
          "- **%s**: `%s` %s"
              .formatted(result.backend(), MarkdownText.code(what), overlay(result)));
      result.verdict().differences().stream()
          .filter(each -> !each.tolerated())
          .limit(5)
          .forEach(
              each -> {
                Explanation why = Advice.of(each, outcome.tried(), result.trace().events());
                line(
                    "  - `%s`: expected `%s`, got `%s`. %s %s"
                        .formatted(
                            MarkdownText.code(each.path()),
                            MarkdownText.code(each.expected()),
                            MarkdownText.code(each.actual()),
                            why.cause(),
                            why.fix()));
              });
      if (!result.verdict().reason().isEmpty()) {
        line("  - " + MarkdownText.escaped(result.verdict().reason()));
      }
    }
    line("").line("    " + Repro.of(outcome.tried())).line("");
  }

  private void limitations(CompatReport report) {
    if (report.limitations().isEmpty()) {
      return;
    }
    line("## Known limitations").line("");
    for (LimitationState state : report.limitations()) {
      line(
          "- %s (%s): %s; %d known, %d changed, %d fixed"
              .formatted(
                  MarkdownText.escaped(state.limitation().id()),
                  state.status(),
                  MarkdownText.escaped(state.limitation().title()),
                  state.known(),
                  state.changed(),
                  state.fixed()));
    }
  }

  private static String overlay(CaseResult result) {
    return result.limitation().map(id -> "(" + result.overlay() + ", " + id + ")").orElse("");
  }

  private MarkdownReport line(String text) {
    out.append(text).append('\n');
    return this;
  }
}
