package dev.graft.compat.generate;

/** The kinds of values that can be generated: all of the portable ones but opaque references. */
public enum Kind {
  NONE(6),
  BOOL(6),
  INT(14),
  FLOAT(12),
  STR(14),
  BYTES(5),
  LIST(9),
  TUPLE(8),
  DICT(9),
  SET(5),
  FROZENSET(5),
  COMPLEX(4),
  DECIMAL(6),
  DATE(3),
  TIME(4),
  DATETIME(6),
  TIMEDELTA(3),
  UUID(2),
  ENUM(3),
  RECORD(4),
  ARRAY(8),
  SCALAR(5);

  private final int weight;

  Kind(int weight) {
    this.weight = weight;
  }

  /** How often it comes, compared with the others. */
  int weight() {
    return weight;
  }

  /** Whether it holds other values. */
  boolean isContainer() {
    return switch (this) {
      case LIST, TUPLE, DICT, SET, FROZENSET, RECORD -> true;
      default -> false;
    };
  }

  /** Whether it can be a key of a dict and an item of a set, if what it holds can. */
  boolean isHashable() {
    return switch (this) {
      case LIST, DICT, SET, ARRAY -> false;
      default -> true;
    };
  }
}
