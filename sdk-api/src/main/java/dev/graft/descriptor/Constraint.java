package dev.graft.descriptor;

/** What a parameter's value must satisfy besides its type. None is exempt where it is allowed. */
public sealed interface Constraint {
  /**
   * The value is not below a limit.
   *
   * @param limit a Long, BigInteger or Double
   */
  record Min(Number limit) implements Constraint {}

  /**
   * The value is not above a limit.
   *
   * @param limit a Long, BigInteger or Double
   */
  record Max(Number limit) implements Constraint {}

  /**
   * A text matches as a whole.
   *
   * @param regex in the syntax that Java and Python share
   */
  record Pattern(String regex) implements Constraint {}

  /**
   * A list has at least so many items.
   *
   * @param count at least 1
   */
  record MinItems(int count) implements Constraint {}

  /**
   * The value is not above that of another parameter. Nothing is checked when either is none.
   *
   * @param param the other parameter's name
   */
  record AtMost(String param) implements Constraint {}
}
