package dev.graft.compat.report;

import dev.graft.compat.changes.Change;
import dev.graft.compat.changes.Changes;
import java.util.ArrayList;
import java.util.List;

/** What is not as it was in the baseline, as a section of a Markdown page. */
final class ChangesMarkdown {
  private static final int MOST = 50;

  private ChangesMarkdown() {}

  static List<String> of(Changes changes) {
    List<String> lines = new ArrayList<>(List.of("", "## Changes", ""));
    lines.add(
        "Since %s: %s compared."
            .formatted(
                MarkdownText.escaped(changes.before()), Counted.of(changes.compared(), "result")));
    lines.add("");
    changes.notes().forEach(note -> lines.add("- note: " + MarkdownText.escaped(note)));
    if (changes.all().isEmpty()) {
      lines.add("Nothing changed.");
    }
    for (Change.Kind kind : Change.Kind.values()) {
      List<Change> of = changes.of(kind);
      if (!of.isEmpty()) {
        lines.addAll(List.of("", "### %s (%d)".formatted(kind.id(), of.size()), ""));
        lines.addAll(List.of(kind.text() + ".", ""));
        lines.addAll(List.of("| what | where | before | now |", "|---|---|---|---|"));
        of.stream().limit(MOST).forEach(change -> lines.add(row(change)));
        if (of.size() > MOST) {
          lines.addAll(
              List.of("", "and %d more; report.json has them.".formatted(of.size() - MOST)));
        }
      }
    }
    return lines;
  }

  private static String row(Change change) {
    return "| %s | %s | %s | %s |"
        .formatted(
            MarkdownText.escaped(change.key()),
            change.backend(),
            MarkdownText.escaped(change.before()),
            MarkdownText.escaped(change.after()));
  }
}
