package dev.graft.runtime.backend;

/**
 * A backend cannot host a node, or cannot start: never an error of the node's own code, so another
 * backend may be tried if the manifest prefers one.
 */
public final class HostingRefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final BackendId backend;

  /** A refusal with its reason, a sentence without a full stop. */
  public HostingRefusedException(BackendId backend, String reason) {
    super(reason);
    this.backend = backend;
  }

  /** A refusal that another exception caused. */
  public HostingRefusedException(BackendId backend, String reason, Throwable cause) {
    super(reason, cause);
    this.backend = backend;
  }

  /** Who refused. */
  public BackendId backend() {
    return backend;
  }

  /** Why, a sentence without a full stop. */
  public String reason() {
    return String.valueOf(getMessage());
  }
}
