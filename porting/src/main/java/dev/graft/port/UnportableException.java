package dev.graft.port;

/** A node of which no draft can be written; the message says why and what to do. */
public final class UnportableException extends Exception {
  private static final long serialVersionUID = 1L;

  UnportableException(String message) {
    super(message);
  }
}
