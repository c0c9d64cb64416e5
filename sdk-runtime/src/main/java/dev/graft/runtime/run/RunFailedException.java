package dev.graft.runtime.run;

import dev.graft.runtime.failure.NodeFailure;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A run ended with an error. What was emitted before was delivered. */
public final class RunFailedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Optional<NodeFailure> failure;

  /** A failure of a node. */
  public RunFailedException(NodeFailure failure, @Nullable Throwable cause) {
    super(failure.headline(), cause);
    this.failure = Optional.of(failure);
  }

  /** A failure that is no node's: a refused backend, unreadable input, a full disk. */
  public RunFailedException(String message, @Nullable Throwable cause) {
    super(message, cause);
    this.failure = Optional.empty();
  }

  /** The thread that ran it was interrupted. */
  static RunFailedException interrupted() {
    return new RunFailedException("the run was interrupted", null);
  }

  /** What went wrong in which node, if it was a node. */
  public Optional<NodeFailure> failure() {
    return failure;
  }
}
