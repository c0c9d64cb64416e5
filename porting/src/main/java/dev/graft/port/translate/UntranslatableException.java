package dev.graft.port.translate;

/** There is no translation; the message says why. */
final class UntranslatableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UntranslatableException(String reason) {
    super(reason, null, false, false);
  }
}
