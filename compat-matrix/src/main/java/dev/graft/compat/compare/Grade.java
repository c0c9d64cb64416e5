package dev.graft.compat.compare;

import java.util.Locale;

/** How good a result is, best first. */
public enum Grade {
  /** Same type, same bits. */
  EXACT("="),
  /** The same, written in another way: a list for a tuple, another order of keys, another scale. */
  EQUAL("≡"),
  /** Within a few ulp, or the other zero. */
  CLOSE("≈"),
  /** One of several results that the contract allows. */
  ALLOWED("∈"),
  /** Something else. */
  DIFFERENT("≠");

  private final String glyph;

  Grade(String glyph) {
    this.glyph = glyph;
  }

  /** A sign for it. */
  public String glyph() {
    return glyph;
  }

  /** The name in reports: lower case. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The worse of two. */
  public Grade worse(Grade other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
