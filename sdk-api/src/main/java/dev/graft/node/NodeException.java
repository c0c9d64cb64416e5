package dev.graft.node;

import org.jspecify.annotations.Nullable;

/** What a Java node throws to say which kind of error it is. */
public final class NodeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String kind;

  /** An error of that kind. */
  public NodeException(ErrorKind kind, String message) {
    this(kind, message, null);
  }

  /** An error of that kind that another one caused. */
  public NodeException(ErrorKind kind, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.kind = kind.text();
  }

  /** The kind, which is part of the node's contract. */
  public ErrorKind kind() {
    return new ErrorKind(kind);
  }
}
