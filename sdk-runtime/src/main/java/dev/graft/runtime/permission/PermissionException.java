package dev.graft.runtime.permission;

/** A text is no permission. The message says why and what to write instead. */
public final class PermissionException extends Exception {
  private static final long serialVersionUID = 1L;

  PermissionException(String message) {
    super(message);
  }
}
