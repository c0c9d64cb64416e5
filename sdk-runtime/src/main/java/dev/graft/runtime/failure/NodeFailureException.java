package dev.graft.runtime.failure;

import org.jspecify.annotations.Nullable;

/** A node failed. What happens next is for the pipeline's error policy to say. */
public final class NodeFailureException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient NodeFailure failure;

  /** The failure, with the Java exception behind it if there is one. */
  public NodeFailureException(NodeFailure failure, @Nullable Throwable cause) {
    super(failure.headline(), cause);
    this.failure = failure;
  }

  /** What went wrong. */
  public NodeFailure failure() {
    return failure;
  }
}
