package dev.graft.testkit;

/** The matrix cannot run as it was asked to; the message says what to mend. */
public final class NodeMatrixException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NodeMatrixException(String message) {
    super(message, null, false, false); // where it was thrown tells nobody anything
  }
}
