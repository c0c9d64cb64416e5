package dev.graft.compat.compare;

/**
 * One difference between what must be and what was seen.
 *
 * @param step the step at which it shows, -1 before the first
 * @param path where, for example {@code out.items[3].name}
 * @param expected what must be, as text
 * @param actual what was seen, as text
 * @param kind the class of difference, for example {@code int/wrapped-64}
 * @param grade how bad
 * @param tolerated whether the case accepts it
 * @param detail more about it for people, for example {@code 3 ulp}; may be empty
 */
public record Difference(
    int step,
    String path,
    String expected,
    String actual,
    String kind,
    Grade grade,
    boolean tolerated,
    String detail) {

  /** Where it shows, for people: {@code step 3, out.count}. A contract has no steps. */
  public String where() {
    if (path.startsWith("contract")) {
      return path;
    }
    return (step < 0 ? "before the first step, " : "step " + step + ", ") + path;
  }

  Difference atStep(int number) {
    return new Difference(number, path, expected, actual, kind, grade, tolerated, detail);
  }
}
