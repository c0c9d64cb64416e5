package dev.graft.port.types;

/** What kind of value it is, as far as Java's type depends on it. */
public enum Kind {
  /** Nothing is known yet, or the code stands for a decision: it fits everywhere. */
  NEVER,
  /** Only none. */
  NONE,
  BOOL,
  /** A small int: a literal, or a length. In Java a long. */
  SMALL,
  /** An int that a program cannot count beyond a long: sums of small ones. */
  LONG,
  /** An int of any size: a BigInteger. */
  INT,
  FLOAT,
  /** An int or a float: a Number. */
  NUMBER,
  STR,
  LIST,
  /** A dict whose keys are str. */
  FIELDS,
  /** A dict that is made here, with keys of any type. */
  ENTRIES,
  /** A dict that came from outside. */
  DICT,
  TUPLE,
  /** A dict with the keys of a record of the contract. */
  RECORD,
  /** A function of objects. */
  FUNCTION,
  /** A Java type that nothing is done with. */
  OTHER,
  /** Anything. */
  ANY;

  /** Whether it is an int, whatever its size. */
  public boolean isInt() {
    return this == SMALL || this == LONG || this == INT;
  }

  /** Whether Java has it as a long. */
  public boolean isLong() {
    return this == SMALL || this == LONG;
  }

  /** Whether it is a number that is no bool. */
  public boolean isNumber() {
    return isInt() || this == FLOAT || this == NUMBER;
  }

  /** Whether Java has it as a primitive. */
  public boolean isPrimitive() {
    return isLong() || this == FLOAT || this == BOOL;
  }
}
