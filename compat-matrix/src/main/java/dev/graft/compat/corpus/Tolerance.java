package dev.graft.compat.corpus;

import java.util.Locale;

/**
 * How far a result may be from the expected one. Everything that is not exact needs a reason.
 *
 * @param ulp how many doubles away a float may be
 * @param relative how far a float may be, as a part of the expected one
 * @param grade the grade that everything else must reach
 * @param why the reason; empty only if nothing is tolerated
 */
public record Tolerance(long ulp, double relative, Required grade, String why) {
  /** Type and bits must be equal. */
  public static final Tolerance NONE = new Tolerance(0, 0, Required.EXACT, "");

  /** The grade that a result must reach. */
  public enum Required {
    EXACT,
    /** Lists for tuples, and another order of dict entries, will do. */
    EQUAL,
    /** Floats within four ulp, and the other zero, will do as well. */
    CLOSE;

    /** The name in case files: lower case. */
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Whether anything but the exact result is accepted. */
  public boolean any() {
    return ulp > 0 || relative > 0 || grade != Required.EXACT;
  }
}
