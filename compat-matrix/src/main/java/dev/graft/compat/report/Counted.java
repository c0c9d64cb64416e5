package dev.graft.compat.report;

/** A number with its noun. */
public final class Counted {
  private Counted() {}

  /** {@code 1 case}, {@code 2 cases}. */
  public static String of(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
