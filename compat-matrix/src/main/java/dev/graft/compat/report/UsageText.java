package dev.graft.compat.report;

import dev.graft.compat.production.Compared;
import dev.graft.compat.production.InUse;
import dev.graft.compat.production.Served;
import dev.graft.compat.production.Usage;
import dev.graft.runtime.backend.BackendId;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What an environment has shown of a node, in a line. */
public final class UsageText {
  private static final double HOURS = 24;

  private UsageText() {}

  /** A line for each environment. */
  public static List<String> of(InUse inUse) {
    return inUse.environments().values().stream()
        .map(usage -> usage.env() + ": " + of(usage, BackendId.JAVA))
        .toList();
  }

  /** What one environment has shown of it on a backend. */
  public static String of(Usage usage, BackendId backend) {
    List<String> parts = new ArrayList<>();
    parts.add(compared(usage.on(backend)));
    if (backend == BackendId.JAVA && usage.served().isKnown()) {
      parts.add(served(usage.served()));
    }
    return String.join("; ", parts);
  }

  private static String compared(Compared compared) {
    if (compared.items() == 0) {
      return compared.stale() == 0 ? "nothing compared" : "nothing compared with this code";
    }
    long differ = compared.differences();
    return String.format(
        Locale.ROOT,
        "%,d compared in %.1f days, %s",
        compared.items(),
        compared.over().toMinutes() / 60.0 / HOURS,
        differ == 0 ? "none differs" : String.format(Locale.ROOT, "%,d differ", differ));
  }

  private static String served(Served served) {
    return served
        .onJavaSince()
        .map(since -> "on java since " + LocalDate.ofInstant(since, ZoneOffset.UTC))
        .orElse("not on java alone");
  }
}
