package dev.graft.python.cpython;

import java.io.IOException;

/** A fork server did not fork: there is no process, and a worker may be had in another way. */
final class ForkFailedException extends IOException {
  private static final long serialVersionUID = 1L;

  ForkFailedException(String message) {
    super(message);
  }
}
