package dev.graft.cli;

import dev.graft.runtime.run.RunEvent;
import dev.graft.runtime.run.RunSummary;
import java.util.ArrayList;
import java.util.List;

/** The summary of a run, for a person. */
final class SummaryText {
  private static final int EVENTS_SHOWN = 5;

  private SummaryText() {}

  static List<String> of(RunSummary summary) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s: %d items in, %d out, %.2f s"
            .formatted(summary.name(), summary.items(), summary.outputs(), summary.nanos() / 1e9));
    Table table = new Table();
    for (RunSummary.StageSummary stage : summary.stages()) {
      table.row(
          "  " + stage.nodeId(),
          stage.type(),
          stage.servedBy().backend().text(),
          stage.taken() + " in",
          stage.emitted() + " out",
          stage.rejected() == 0 ? "" : stage.rejected() + " rejected",
          losses(stage.losses()),
          stage.servedBy().implementation());
    }
    lines.addAll(table.lines());
    lines.addAll(ShadowText.of(summary.shadows()));
    // Losses and warnings were told as they came: a run that ends badly has no summary.
    List<RunEvent> events =
        summary.events().stream()
            .filter(event -> !(event instanceof RunEvent.HostLost))
            .filter(event -> !(event instanceof RunEvent.Warned))
            .toList();
    events.stream().limit(EVENTS_SHOWN).map(RunEvent::text).forEach(lines::add);
    if (events.size() > EVENTS_SHOWN) {
      lines.add("… and %d more events".formatted(events.size() - EVENTS_SHOWN));
    }
    return lines;
  }

  /** A node that lost its host must not look like any other, whatever else there is to tell. */
  private static String losses(RunSummary.Losses losses) {
    return losses.count() == 0
        ? ""
        : "lost %s, started again %s (%s repeated, p99 %d ms)"
            .formatted(
                counted(losses.count(), "host"),
                counted(losses.restarts(), "time"),
                counted(losses.repeated(), "item"),
                losses.p99().toMillis());
  }

  private static String counted(long count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
