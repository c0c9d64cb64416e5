package dev.graft.compat.report.page;

import dev.graft.compat.corpus.Tolerance;
import java.util.ArrayList;
import java.util.List;

/** A tolerance in words. */
final class Tolerated {
  private Tolerated() {}

  static String text(Tolerance tolerance) {
    List<String> parts = new ArrayList<>();
    if (tolerance.ulp() > 0) {
      parts.add(tolerance.ulp() + " ulp");
    }
    if (tolerance.relative() > 0) {
      parts.add(tolerance.relative() + " of the value");
    }
    if (tolerance.grade() != Tolerance.Required.EXACT) {
      parts.add("the grade " + tolerance.grade().text());
    }
    return String.join(", ", parts);
  }
}
