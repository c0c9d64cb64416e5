package dev.graft.python.cpython;

/** The extension types that keep what plain MessagePack would lose. */
final class Extension {
  /** An int beyond 64 bits: two's complement, big-endian. */
  static final byte BIG_INT = 1;

  /** A str with lone surrogates. */
  static final byte SURROGATES = 2;

  /** A tuple: the MessagePack of the array of its items. */
  static final byte TUPLE = 3;

  private Extension() {}
}
