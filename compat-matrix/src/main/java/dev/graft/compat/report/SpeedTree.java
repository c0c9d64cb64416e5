package dev.graft.compat.report;

import static dev.graft.compat.report.ReportTree.object;

import dev.graft.compat.speed.Interval;
import dev.graft.compat.speed.NodeSpeed;
import dev.graft.compat.speed.Timing;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The JSON form of times. What was not measured has the reason and no number. */
final class SpeedTree {
  private SpeedTree() {}

  /** Of a node on one backend. */
  static Map<String, @Nullable Object> of(Timing timing) {
    return switch (timing) {
      case Timing.NotMeasured not -> object("measured", false, "reason", not.reason());
      case Timing.Measured measured ->
          object(
              "measured", true,
              "median_ns", Math.round(measured.median()),
              "low_ns", Math.round(measured.low()),
              "high_ns", Math.round(measured.high()),
              "own_ns", measured.own().map(Math::round).orElse(null),
              "cold_ns", Math.round(measured.cold()),
              "per_second", Math.round(measured.perSecond()),
              "ratio", measured.ratio().map(SpeedTree::ratio).orElse(null),
              "note", measured.note());
    };
  }

  /** Of a node: what was timed; null if nothing was. */
  static @Nullable Map<String, @Nullable Object> of(NodeSpeed speed) {
    return speed.isMeasured()
        ? object(
            "cases", speed.cases(),
            "forks", speed.forks(),
            "noise", speed.noise().isPresent() ? speed.noise().getAsDouble() : null,
            "noisy", speed.isNoisy())
        : null;
  }

  private static Map<String, @Nullable Object> ratio(Interval ratio) {
    return object("value", ratio.value(), "low", ratio.low(), "high", ratio.high());
  }
}
