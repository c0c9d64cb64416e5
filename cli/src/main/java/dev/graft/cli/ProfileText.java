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

  /** What a hint could save of the time, at least. */
  private static final double SAVING = 0.1;

  /**
   * What takes longer is no short call: it is what crosses that takes long, not that it crosses.
   */
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
    table.row(
        "  NODE",
        "BACKEND",
        "BUSY",
        "SHARE",
        "CONVERSION",
        "CALLS",
        "MEDIAN",
        "P99",
        "STARVED",
        "HELD UP");
    double busy = Math.max(1, profile.busy().toNanos());
    for (NodeProfile node : profile.nodes()) {
      table.row(
          "  " + String.join("+", node.nodeIds()),
          node.backend().text(),
          time(node.busy()),
          percent(node.busy().toNanos() / busy),
          node.conversion().map(ProfileText::time).orElse("-"),
          Long.toString(node.calls()),
          time(node.median()),
          time(node.p99()),
          time(node.starved()),
          time(node.heldUp()));
      if (node.nodeIds().size() > 1) {
        for (int i = 0; i < node.own().size(); i++) {
          Duration own = node.own().get(i);
          table.row("    " + node.nodeIds().get(i), "", time(own), percent(own.toNanos() / busy));
        }
      }
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
        hints.add(heavy(node, name, share, wall));
      } else if (python && share < SMALL) {
        hints.add(
            "  → %s: %s of the time: porting it is not worth it.".formatted(name, percent(share)));
      }
    }
    return hints;
  }

  private static String heavy(NodeProfile node, String name, double share, double wall) {
    double conversion = node.conversion().orElse(Duration.ZERO).toNanos();
    boolean crossing = conversion >= node.busy().toNanos() / 2.0 && conversion / wall >= SAVING;
    return "  → %s: %s of the time%s"
        .formatted(name, percent(share), crossing ? lessConversion(node) : lessWork(node));
  }

  private static String lessConversion(NodeProfile node) {
    boolean often = node.median().compareTo(ROUND_TRIP) < 0;
    if (node.backend() == BackendId.CPYTHON) {
      return often
          ? ", most of it the way to the worker: on graalpy, or in Java, it would be gone."
          : ", most of it conversion: give it less, or arrays, which are not copied, or port it.";
    }
    return often
        ? ", most of it conversion: give it several items at once (batcher), put Python nodes next"
            + " to each other, or port it."
        : ", most of it conversion: give it less, put Python nodes next to each other, or port it.";
  }

  private static String lessWork(NodeProfile node) {
    return switch (node.backend()) {
      case CPYTHON -> ": port it first, or let several work side by side (\"parallelism\").";
      case GRAALPY ->
          ": port it first, or let several work side by side (\"parallelism\"); for long runs see"
              + " that it is compiled (--python-mode steady).";
      case JAVA -> ": let several work side by side (\"parallelism\") if it has no state.";
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
