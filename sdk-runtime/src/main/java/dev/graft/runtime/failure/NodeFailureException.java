package dev.graft.runtime.failure;

import org.jspecify.annotations.Nullable;

/** A node failed. What happens next is for the pipeline's error policy to say. */
public final class NodeFailureException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient NodeFailure failure;
  private final boolean endsNode;

  /** The failure, with the Java exception behind it if there is one. */
  public NodeFailureException(NodeFailure failure, @Nullable Throwable cause) {
    this(failure, cause, false);
  }

  private NodeFailureException(NodeFailure failure, @Nullable Throwable cause, boolean endsNode) {
    super(failure.headline(), cause);
    this.failure = failure;
    this.endsNode = endsNode;
  }

  /** The failure of a node that is gone with it, and with it whatever the node had gathered. */
  public static NodeFailureException endingNode(NodeFailure failure, @Nullable Throwable cause) {
    return new NodeFailureException(failure, cause, true);
  }

  /** Whether the node can take no further item: then the run ends, whatever the policy. */
  public boolean endsNode() {
    return endsNode;
  }

  /** What went wrong. */
  public NodeFailure failure() {
    return failure;
  }
}
