package dev.graft.processor.report;

/**
 * What messages speak of, for example {@code @Param "operand" of node "calculator"}.
 *
 * @param findings where they go
 * @param owner the class they belong to
 * @param text its name in the messages
 * @param position where they point to unless they say otherwise
 */
public record Subject(Findings findings, String owner, String text, Position position) {
  /** Adds a problem. */
  public void report(Problem problem, Object... facts) {
    reportAt(position, problem, facts);
  }

  /** Adds a problem that points to a place of its own. */
  public void reportAt(Position place, Problem problem, Object... facts) {
    findings.add(owner, place, problem, text, facts);
  }

  /** Adds what may be wrong at a place of its own. */
  public void warnAt(Position place, Problem problem, Object... facts) {
    findings.warn(owner, place, problem, text, facts);
  }
}
