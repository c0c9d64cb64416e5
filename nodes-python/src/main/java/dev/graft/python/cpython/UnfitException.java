package dev.graft.python.cpython;

import java.io.IOException;

/** No worker can ever be forked from such a process; the message says why. */
final class UnfitException extends IOException {
  private static final long serialVersionUID = 1L;

  UnfitException(String message) {
    super(message);
  }
}
