package dev.graft.python.cpython;

/** A program is no Python that workers can run on. The message says why, without a full stop. */
final class ProbeFailedException extends Exception {
  private static final long serialVersionUID = 1L;

  ProbeFailedException(String message) {
    super(message);
  }
}
