package dev.graft.compat.report;

import dev.graft.compat.limits.LimitationState;
import dev.graft.runtime.limits.Limitation;
import java.util.List;

/** {@code limitations.md}: the known limitations, for those who decide whether they matter. */
final class LimitationsMarkdown {
  private LimitationsMarkdown() {}

  static String of(CompatReport report) {
    StringBuilder page = new StringBuilder("# Known limitations\n\n");
    if (report.limitations().isEmpty()) {
      return page.append("There is none.\n").toString();
    }
    page.append("Differences that somebody looked at and explained. Written by `graft matrix`.\n");
    report.limitations().forEach(state -> limitation(page, state));
    return page.toString();
  }

  private static void limitation(StringBuilder page, LimitationState state) {
    Limitation known = state.limitation();
    List<String> backends =
        known.backends().entrySet().stream()
            .map(each -> each.getKey() + " `" + MarkdownText.code(each.getValue().text()) + "`")
            .toList();
    List<String> cases = known.cases().stream().map(each -> "`" + each + "`").toList();
    page.append("\n## ").append(MarkdownText.escaped(known.title())).append("\n\n");
    page.append(MarkdownText.escaped(known.reason())).append('\n');
    if (!known.workaround().isEmpty()) {
      page.append("\nMeanwhile: ").append(MarkdownText.escaped(known.workaround())).append('\n');
    }
    page.append("\n| | |\n|---|---|\n");
    row(page, "id", "`" + MarkdownText.code(known.id()) + "`");
    row(page, "kind", known.kind());
    row(page, "backends", String.join(", ", backends));
    row(page, "cases", String.join(", ", cases));
    row(page, "signature", "`" + MarkdownText.code(known.signature().text()) + "`");
    row(page, "issue", MarkdownText.escaped(known.issue()));
    row(page, "found", known.since() + ", to be reviewed by " + known.review());
    row(
        page,
        "in this run",
        "%s: %d known, %d changed, %d fixed"
            .formatted(state.status(), state.known(), state.changed(), state.fixed()));
  }

  private static void row(StringBuilder page, String name, String text) {
    page.append("| ").append(name).append(" | ").append(text).append(" |\n");
  }
}
