package dev.graft.compat.report;

import dev.graft.compat.changes.SpeedLoss;
import dev.graft.compat.speed.Interval;
import dev.graft.compat.speed.NodeSpeed;
import dev.graft.compat.speed.Timing;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Times and ratios in words. */
public final class SpeedText {
  private SpeedText() {}

  /**
   * How it stands to CPython: {@code 14× [12–16]}; else the time of an item; else why there is
   * neither.
   */
  public static String of(Timing timing) {
    return switch (timing) {
      case Timing.NotMeasured not -> not.reason();
      case Timing.Measured measured ->
          measured.ratio().map(SpeedText::ratio).orElseGet(() -> nanos(measured.median()))
              + (measured.note().isEmpty() ? "" : ", " + measured.note());
    };
  }

  /** {@code 14× [12–16]}. */
  public static String ratio(Interval ratio) {
    return "%s× [%s–%s]"
        .formatted(number(ratio.value()), number(ratio.low()), number(ratio.high()));
  }

  /** What a node was and is. */
  static String of(SpeedLoss loss) {
    return "%s on %s is %s as fast as CPython, after %s before%s"
        .formatted(
            loss.node(),
            loss.backend(),
            ratio(loss.is()),
            ratio(loss.was()),
            loss.again()
                ? "; the last run saw that too"
                : "; if the next run sees it again, it is no accident");
  }

  /** All that was measured, in a few words each. */
  public static List<String> facts(Timing.Measured measured) {
    List<String> facts = new ArrayList<>();
    facts.add(
        "%s for an item, eight of ten between %s and %s"
            .formatted(nanos(measured.median()), nanos(measured.low()), nanos(measured.high())));
    measured.own().ifPresent(own -> facts.add(nanos(own) + " of that in the node itself"));
    facts.add(String.format(Locale.ROOT, "%,.0f items in a second", measured.perSecond()));
    facts.add(nanos(measured.cold()) + " from nothing to the first answer");
    if (!measured.note().isEmpty()) {
      facts.add(measured.note());
    }
    return facts;
  }

  /** What must be known of all the times of a node, or nothing. */
  public static String noise(NodeSpeed speed) {
    return speed.isNoisy()
        ? String.format(
            Locale.ROOT,
            "noisy: CPython differed from itself by %.0f %%",
            (speed.noise().getAsDouble() - 1) * 100)
        : "";
  }

  /** A time in the unit that suits it: {@code 1.2 µs}. */
  public static String nanos(double nanos) {
    if (nanos < 1e3) {
      return String.format(Locale.ROOT, "%.0f ns", nanos);
    } else if (nanos < 1e6) {
      return String.format(Locale.ROOT, "%.1f µs", nanos / 1e3);
    } else if (nanos < 1e9) {
      return String.format(Locale.ROOT, "%.1f ms", nanos / 1e6);
    }
    return String.format(Locale.ROOT, "%.1f s", nanos / 1e9);
  }

  private static String number(double ratio) {
    return String.format(Locale.ROOT, ratio >= 10 ? "%.0f" : ratio >= 1 ? "%.1f" : "%.2f", ratio);
  }
}
