package dev.graft.py;

import dev.graft.node.ErrorKind;
import dev.graft.node.NodeException;

/** The errors of arithmetic, each with the kind that Python's exception of that case maps to. */
final class ArithmeticErrors {
  private ArithmeticErrors() {}

  /** {@code ZeroDivisionError}. */
  static NodeException zeroDivision(String what) {
    return new NodeException(ErrorKind.ARITHMETIC, what);
  }

  /** {@code OverflowError}, and what has no portable result. */
  static NodeException range(String what) {
    return new NodeException(ErrorKind.RANGE, what);
  }
}
