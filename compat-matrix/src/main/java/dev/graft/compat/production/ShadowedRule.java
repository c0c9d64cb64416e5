package dev.graft.compat.production;

import dev.graft.runtime.backend.BackendId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Enough was compared in one environment, over long enough, and nothing differs anywhere that
 * nobody has explained: a difference that another environment found is one of the same code.
 */
public final class ShadowedRule {
  private static final double HOURS = 24;

  private ShadowedRule() {}

  /** What is missing, a sentence each. */
  public static List<String> blockers(InUse inUse, String env, BackendId to) {
    List<String> blockers = new ArrayList<>();
    Compared here = inUse.in(env).on(to);
    if (here.items() < Compared.ENOUGH_ITEMS) {
      blockers.add(
          String.format(
              Locale.ROOT,
              "In %s %,d of %,d items were compared on %s and cpython with this code%s.",
              env,
              here.items(),
              Compared.ENOUGH_ITEMS,
              to,
              here.stale() > 0
                  ? String.format(Locale.ROOT, " (%,d with other code)", here.stale())
                  : ""));
    }
    if (here.over().compareTo(Compared.ENOUGH_TIME) < 0) {
      blockers.add(
          String.format(
              Locale.ROOT,
              "In %s it was compared for %.1f of %d days.",
              env,
              days(here.over()),
              Compared.ENOUGH_TIME.toDays()));
    }
    for (Usage usage : inUse.environments().values()) {
      differs(usage, to, blockers);
      long itself = usage.on(BackendId.CPYTHON).differences();
      if (itself > 0) {
        blockers.add(
            String.format(
                Locale.ROOT,
                "In %s %s on cpython from cpython itself: no comparison says anything.",
                usage.env(),
                calls(itself)));
      }
    }
    return blockers;
  }

  private static void differs(Usage usage, BackendId to, List<String> blockers) {
    for (Map.Entry<String, Long> each : usage.on(to).unexplained().entrySet()) {
      blockers.add(
          String.format(
              Locale.ROOT,
              "In %s %s on %s from cpython, which nobody has explained: %s.",
              usage.env(),
              calls(each.getValue()),
              to,
              each.getKey()));
    }
  }

  private static String calls(long count) {
    return count == 1 ? "a call differs" : String.format(Locale.ROOT, "%,d calls differ", count);
  }

  static double days(Duration time) {
    return time.toMinutes() / 60.0 / HOURS;
  }
}
