package dev.graft.compat.report;

import java.util.List;

/** What stands in the way of a switch, for a place where there is not much room. */
public final class Blockers {
  private static final int MOST = 3;

  private Blockers() {}

  public static String text(SwitchVerdict verdict) {
    List<String> all = verdict.blockers();
    String first = String.join(" ", all.stream().limit(MOST).toList());
    return all.size() > MOST ? "%s And %d more.".formatted(first, all.size() - MOST) : first;
  }
}
