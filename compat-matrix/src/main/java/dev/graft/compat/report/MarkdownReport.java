package dev.graft.compat.report;

import dev.graft.compat.compare.Explanation;
import dev.graft.compat.compare.Explanations;
import dev.graft.compat.limits.LimitationState;
import dev.graft.compat.verdict.CaseOutcome;
import dev.graft.compat.verdict.CaseResult;

/** {@code report.md}: headline, grid and every case that somebody must look at. */
final class MarkdownReport {
  private final StringBuilder out = new StringBuilder();

  private MarkdownReport() {}

  static String of(CompatReport report) {
    MarkdownReport page = new MarkdownReport();
    page.line("# Compat matrix").line("");
    Headline.of(report).forEach(sentence -> page.line("- " + MarkdownText.escaped(sentence)));
    page.line("");
    page.grid(report);
    report.outcomes().filter(CaseOutcome::unexpected).forEach(page::outcome);
    page.limitations(report);
    return page.out.toString();
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
                Explanation why = Explanations.of(each.kind());
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
