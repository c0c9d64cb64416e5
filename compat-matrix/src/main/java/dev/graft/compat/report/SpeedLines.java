package dev.graft.compat.report;

import dev.graft.runtime.backend.BackendId;
import java.util.ArrayList;
import java.util.List;

/** The speed of nodes for the terminal and for Markdown; nothing if nobody measured it. */
final class SpeedLines {
  private SpeedLines() {}

  static boolean any(CompatReport report) {
    return report.nodes().stream().anyMatch(node -> node.speed().isMeasured());
  }

  /** A line for each node that was measured. */
  static List<String> terminal(CompatReport report) {
    List<String> lines = new ArrayList<>();
    if (any(report)) {
      lines.add("");
      lines.add("How many times as fast as CPython, with an interval of 95 %:");
      for (NodeRow node : report.nodes()) {
        if (node.speed().isMeasured()) {
          List<String> parts = new ArrayList<>();
          for (BackendColumn backend : report.backends()) {
            parts.add(backend.id() + " " + SpeedText.of(node.speed().on(backend.id())));
          }
          String noise = SpeedText.noise(node.speed());
          if (!noise.isEmpty()) {
            parts.add(noise);
          }
          lines.add("  " + node.id() + ": " + String.join(", ", parts));
        }
      }
    }
    return lines;
  }

  /** A section of a Markdown page. */
  static List<String> markdown(CompatReport report) {
    List<String> lines = new ArrayList<>(List.of("## Performance", ""));
    if (!any(report)) {
      lines.add("Not measured. `graft matrix bench` does.");
      lines.add("");
      return lines;
    }
    lines.add(
        "How many times as fast as CPython, with an interval of 95 %; times are of one item.");
    lines.add("");
    StringBuilder head = new StringBuilder("| node |");
    StringBuilder rule = new StringBuilder("|---|");
    for (BackendColumn backend : report.backends()) {
      head.append(' ').append(backend.id()).append(" |");
      rule.append("---|");
    }
    lines.add(head + " note |");
    lines.add(rule + "---|");
    for (NodeRow node : report.nodes()) {
      StringBuilder row = new StringBuilder("| " + node.id() + " |");
      for (BackendColumn backend : report.backends()) {
        row.append(' ').append(cell(node, backend.id())).append(" |");
      }
      lines.add(row + " " + SpeedText.noise(node.speed()) + " |");
    }
    lines.add("");
    return lines;
  }

  private static String cell(NodeRow node, BackendId backend) {
    return node.has(backend) ? MarkdownText.escaped(SpeedText.of(node.speed().on(backend))) : "–";
  }
}
