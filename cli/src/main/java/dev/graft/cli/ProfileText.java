package dev.graft.cli;

import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.run.NodeProfile;
import dev.graft.runtime.run.RunProfile;
import dev.graft.runtime.run.RunSummary;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The profile of a run, for a person: a table, and in plain words what could be done about it. A
 * hint is given only where what it advises could save a tenth of the time.
 */
final class ProfileText {
  /** Below this share nothing that is done to a node can be felt. */
  private static final double SMALL = 0.05;

  /** From this share on a node is where the time goes. */
  private static final double LARGE = 0.4;

  /** A worker's round trip is some tens of microseconds: of such a call it is the most. */
  private static final Duration ROUND_TRIP = Duration.ofNanos(100_000);

  private static final double MICRO = 1e3;
  private static final double MILLI = 1e6;
  private static final double SECOND = 1e9;
  private static final int PERCENT = 100;

  private ProfileText() {}

  static List<String> of(RunSummary summary, RunProfile profile) {
    List<String> lines = new ArrayList<>();
    lines.add("profile:");
    Table table = new Table();
    table.row("  NODE", "BACKEND", "BUSY", "SHARE", "CALLS", "MEDIAN", "P99", "STARVED", "HELD UP");
    double busy = Math.max(1, profile.busy().toNanos());
    for (NodeProfile node : profile.nodes()) {
      table.row(
          "  " + String.join("+", node.nodeIds()),
          node.backend().text(),
          time(node.busy()),
          percent(node.busy().toNanos() / busy),
          Long.toString(node.calls()),
          time(node.median()),
          time(node.p99()),
          time(node.starved()),
          time(node.heldUp()));
    }
    lines.addAll(table.lines());
    lines.add(
        "  opening the nodes took %s, reading %s, writing %s"
            .formatted(time(profile.opening()), time(profile.reading()), time(profile.writing())));
    lines.addAll(hints(summary, profile));
    return lines;
  }

  /** What could be done, most useful first. */
  static List<String> hints(RunSummary summary, RunProfile profile) {
    List<String> hints = new ArrayList<>();
    double wall = Math.max(1, summary.nanos());
    double busy = Math.max(1, profile.busy().toNanos());
    double edges = (profile.reading().toNanos() + profile.writing().toNanos()) / wall;
    double opening = profile.opening().toNanos() / wall;
    if (opening > LARGE) {
      hints.add(
          "  → opening the nodes is %s of the time: it does not grow with the input."
              .formatted(percent(opening)));
    }
    if (edges > LARGE) {
      hints.add(
          "  → reading and writing are %s of the time: no node can make this much faster."
              .formatted(percent(edges)));
    }
    for (NodeProfile node : profile.nodes()) {
      String name = String.join(" and ", node.nodeIds());
      double share = node.busy().toNanos() / busy;
      boolean python = node.backend() != BackendId.JAVA;
      if (share >= LARGE && node.busy().toNanos() / wall >= SMALL) {
        hints.add(heavy(node, name, share));
      } else if (python && share < SMALL) {
        hints.add(
            "  → %s: %s of the time: porting it is not worth it.".formatted(name, percent(share)));
      }
    }
    return hints;
  }

  private static String heavy(NodeProfile node, String name, double share) {
    String where = "  → %s: %s of the time".formatted(name, percent(share));
    return switch (node.backend()) {
      case CPYTHON ->
          node.median().compareTo(ROUND_TRIP) < 0
              ? where
                  + ", most of it the way to the worker: on graalpy, or in Java, it would be gone."
              : where + ": port it first, or let several work side by side (\"parallelism\").";
      case GRAALPY ->
          where
              + ": port it first, or let several work side by side (\"parallelism\"); for long runs"
              + " see that it is compiled (--python-mode steady).";
      case JAVA -> where + ": let several work side by side (\"parallelism\") if it has no state.";
    };
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f %%", share * PERCENT);
  }

  private static String time(Duration time) {
    double nanos = time.toNanos();
    if (nanos >= SECOND) {
      return String.format(Locale.ROOT, "%.2f s", nanos / SECOND);
    } else if (nanos >= MILLI) {
      return String.format(Locale.ROOT, "%.1f ms", nanos / MILLI);
    }
    return String.format(Locale.ROOT, "%.1f µs", nanos / MICRO);
  }
}
