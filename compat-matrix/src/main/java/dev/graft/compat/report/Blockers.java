package dev.graft.compat.report;

import java.util.List;

/** What stands in the way of something, for a place where there is not much room. */
public final class Blockers {
  private static final int MOST = 3;

  private Blockers() {}

  /** In the way of a switch. */
  public static String text(SwitchVerdict verdict) {
    return text(verdict.blockers());
  }

  static String text(List<String> all) {
    String first = String.join(" ", all.stream().limit(MOST).toList());
    return all.size() > MOST ? "%s And %d more.".formatted(first, all.size() - MOST) : first;
  }
}
