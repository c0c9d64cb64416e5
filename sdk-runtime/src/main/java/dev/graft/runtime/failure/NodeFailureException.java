package dev.graft.runtime.failure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A node failed. What happens next is for the pipeline's error policy to say. */
public final class NodeFailureException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient NodeFailure failure;
  private final Aftermath aftermath;
  private final transient List<NodeFailureException> others;

  /** What a failure leaves behind. */
  public enum Aftermath {
    /** The node can take the next item, as far as anybody knows. */
    GOES_ON,
    /** The host that ran the node is gone, and with it what the node had gathered. */
    HOST_LOST,
    /** The node turned out to be one that its backend cannot run. */
    UNFIT,
    /** The node is gone for good: the run ends, whatever the policy. */
    ENDS_NODE
  }

  /** The failure, with the Java exception behind it if there is one. */
  public NodeFailureException(NodeFailure failure, @Nullable Throwable cause) {
    this(failure, cause, Aftermath.GOES_ON);
  }

  /** The same, after which not all is well. */
  public NodeFailureException(NodeFailure failure, @Nullable Throwable cause, Aftermath aftermath) {
    this(failure, cause, aftermath, List.of());
  }

  private NodeFailureException(
      NodeFailure failure,
      @Nullable Throwable cause,
      Aftermath aftermath,
      List<NodeFailureException> others) {
    super(failure.headline(), cause);
    this.failure = failure;
    this.aftermath = aftermath;
    this.others = List.copyOf(others);
  }

  /**
   * The failures of several sessions in one call.
   *
   * @param each at least one, in their order
   */
  public static NodeFailureException ofSessions(List<NodeFailureException> each) {
    NodeFailureException first = each.getFirst();
    return each.size() == 1
        ? first
        : new NodeFailureException(
            first.failure, first.getCause(), first.aftermath, each.subList(1, each.size()));
  }

  /** The failure of a node that is gone with it, and with it whatever the node had gathered. */
  public static NodeFailureException endingNode(NodeFailure failure, @Nullable Throwable cause) {
    return new NodeFailureException(failure, cause, Aftermath.ENDS_NODE);
  }

  /** Whether the node can take no further item: then the run ends, whatever the policy. */
  public boolean endsNode() {
    return aftermath == Aftermath.ENDS_NODE;
  }

  /**
   * What failed after it in the same call: at the end of the input every session ends, also after
   * one that fails.
   */
  public List<NodeFailureException> others() {
    return others;
  }

  /** What it leaves behind. */
  public Aftermath aftermath() {
    return aftermath;
  }

  /** What went wrong. */
  public NodeFailure failure() {
    return failure;
  }
}
