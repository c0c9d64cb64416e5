package dev.graft.python.graalpy;

/** The tags of values that travel flat, as {@code docs/worker-protocol.md} has them. */
final class Tag {
  static final int NONE = 0;
  static final int TRUE = 1;
  static final int FALSE = 2;
  static final int INT = 3;
  static final int BIG_INT = 4;
  static final int FLOAT = 5;
  static final int STR = 6;
  static final int BYTES = 7;
  static final int LIST = 8;
  static final int TUPLE = 9;
  static final int DICT = 10;
  static final int INTS = 11;
  static final int FLOATS = 12;
  static final int STRS = 13;
  static final int DICT_OF_STRS = 14;
  static final int PARTS = 15;

  private Tag() {}
}
