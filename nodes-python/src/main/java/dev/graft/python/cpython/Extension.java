package dev.graft.python.cpython;

/**
 * The extension types whose body is no array of parts; all others are a {@link
 * dev.graft.python.wire.Code}.
 */
final class Extension {
  /** An int beyond 64 bits: two's complement, big-endian. */
  static final byte BIG_INT = 1;

  /** A str with lone surrogates. */
  static final byte SURROGATES = 2;

  private Extension() {}
}
