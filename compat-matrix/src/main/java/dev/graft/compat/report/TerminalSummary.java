package dev.graft.compat.report;

import dev.graft.compat.changes.ChangesText;
import dev.graft.compat.corpus.Case;
import java.util.ArrayList;
import java.util.List;

/**
 * The lines for the terminal: headline, grid, and the differences by the way in which they fail.
 */
public final class TerminalSummary {
  private static final int MOST = 12;
  private static final int EXAMPLES = 3;

  private TerminalSummary() {}

  /** The lines. */
  public static List<String> of(CompatReport report) {
    List<String> lines = new ArrayList<>(Headline.of(report));
    lines.addAll(WhyNot.of(report));
    if (report.scope().reused() > 0) {
      lines.add(
          "%d of the results are those of an earlier run: nothing that decides them has changed."
              .formatted(report.scope().reused()));
    }
    lines.add("");
    lines.addAll(grid(report));
    lines.addAll(health(report));
    lines.addAll(coverage(report));
    lines.add("");
    lines.add(StageCounts.of(report));
    lines.add(HandOverCounts.of(report));
    lines.addAll(SpeedLines.terminal(report));
    for (BackendColumn backend : report.backends()) {
      if (!backend.available()) {
        lines.add("");
        lines.add(backend.id() + " did not start: " + backend.implementation());
      }
    }
    List<SignatureGroup> groups = SignatureGroup.of(report);
    for (SignatureGroup group : groups.stream().limit(MOST).toList()) {
      lines.add("");
      lines.add(group.name() + " (" + group.places().size() + ")");
      group.places().stream().limit(EXAMPLES).forEach(place -> lines.add("  " + where(place)));
    }
    if (groups.size() > MOST) {
      lines.add("");
      lines.add("… and " + (groups.size() - MOST) + " more ways to differ; see the report.");
    }
    if (!groups.isEmpty()) {
      lines.add("");
      lines.add("To see the first again, with the options of this run: " + again(groups));
    }
    report
        .changes()
        .ifPresent(
            changes -> {
              lines.add("");
              lines.addAll(ChangesText.of(changes));
            });
    return lines;
  }

  private static List<String> health(CompatReport report) {
    return report.nodes().stream()
        .filter(node -> node.health().isSchemaTooWide())
        .map(
            node ->
                "warning: the schema of %s is too wide: all backends refuse %d of %d made-up cases."
                    .formatted(node.id(), node.health().refused(), node.health().made()))
        .toList();
  }

  /** What nobody has written down, if this run asks for it. */
  private static List<String> coverage(CompatReport report) {
    List<String> advice =
        report.gates().stream().anyMatch(gate -> gate.id().equals(Coverage.GATE) && !gate.ok())
            ? report.nodes().stream().flatMap(node -> Coverage.advice(node).stream()).toList()
            : List.of();
    List<String> lines = new ArrayList<>();
    for (String each : advice.stream().limit(MOST).toList()) {
      lines.add("");
      lines.addAll(each.lines().toList());
    }
    if (advice.size() > MOST) {
      lines.add("… and " + (advice.size() - MOST) + " more nodes.");
    }
    if (!advice.isEmpty()) {
      lines.add("Until then --node NODE looks at the others alone.");
    }
    return lines;
  }

  private static List<String> grid(CompatReport report) {
    int width =
        Math.max(4, report.nodes().stream().mapToInt(node -> node.id().length()).max().orElse(0));
    List<String> lines = new ArrayList<>();
    StringBuilder head = new StringBuilder(pad("", width));
    report.backends().forEach(backend -> head.append("  ").append(pad(backend.id().text(), 20)));
    lines.add(head.toString().stripTrailing());
    for (NodeRow node : report.nodes()) {
      StringBuilder line = new StringBuilder(pad(node.id(), width));
      for (BackendColumn backend : report.backends()) {
        Cell cell = Cell.of(node, backend.id());
        line.append("  ").append(pad(cell.glyph() + " " + cell.text(), 20));
      }
      lines.add(line.toString().stripTrailing());
    }
    report.bridge().ifPresent(bridge -> lines.add(bridge(bridge, report)));
    return lines;
  }

  private static String bridge(NodeRow bridge, CompatReport report) {
    StringBuilder line = new StringBuilder("values that cross the bridge: ");
    String sep = "";
    for (BackendColumn backend : report.bridges()) {
      Cell cell = Cell.of(bridge, backend.id());
      line.append(sep).append(backend.id()).append(' ').append(cell.glyph()).append(' ');
      line.append(cell.text());
      sep = ", ";
    }
    return line.toString();
  }

  /** A contract is compared by the matrix only; everything else can be played again. */
  private static String again(List<SignatureGroup> groups) {
    Case first = groups.getFirst().places().getFirst().tried();
    return first.tags().contains("contract")
        ? Repro.of(first)
        : "graft matrix repro " + first.key();
  }

  private static String where(SignatureGroup.Place place) {
    String reason = place.result().verdict().reason();
    return place.tried().key()
        + " on "
        + place.result().backend()
        + (reason.isEmpty() ? "" : ": " + reason);
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }
}
