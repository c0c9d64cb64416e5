package dev.graft.python.failure;

import dev.graft.node.ErrorKind;
import dev.graft.runtime.failure.NodeFailure;
import dev.graft.runtime.failure.Phase;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/** A Python host ended or broke during a call; it is of no further use. */
public final class HostLostException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Why a host is lost. */
  public enum Cause {
    /** It ended, or has a defect: another backend may do better. */
    BROKEN,
    /** The sandbox denied something in a way that Python code cannot catch. */
    DENIED,
    /** The node ended its interpreter. */
    EXIT,
    /** The call took longer than its deadline. */
    LATE,
    /** Somebody ended the run. */
    CANCELLED
  }

  private final Cause reason;
  private final String output;
  private final transient OptionalLong index;

  /** A loss, and the last that the host wrote to its standard error. */
  public HostLostException(Cause reason, String message, String output) {
    this(reason, message, output, OptionalLong.empty());
  }

  private HostLostException(Cause reason, String message, String output, OptionalLong index) {
    super(message, null, true, false);
    this.reason = reason;
    this.output = output;
    this.index = index;
  }

  /**
   * A call that took longer than its deadline.
   *
   * @param limit how long it was allowed to take
   * @param traceback where it was, or what its host last wrote; may be empty
   */
  public static HostLostException late(Duration limit, String traceback) {
    return new HostLostException(Cause.LATE, FailureReport.lateMessage(limit), traceback);
  }

  /** The same, at an item. */
  public HostLostException at(long item) {
    return new HostLostException(
        reason, String.valueOf(getMessage()), output, OptionalLong.of(item));
  }

  /** The item at which it happened, where that is known. */
  public OptionalLong index() {
    return index;
  }

  /** Why. */
  public Cause reason() {
    return reason;
  }

  /** Whether a node that was being opened may be tried on another backend. */
  public boolean isRefusal() {
    return reason == Cause.BROKEN;
  }

  /** The failure of the node that was being called. */
  public NodeFailure failure(String nodeId, Phase phase, OptionalLong index) {
    return new NodeFailure(
        nodeId,
        phase,
        index,
        switch (reason) {
          case BROKEN, CANCELLED -> ErrorKind.INTERNAL;
          case DENIED -> ErrorKind.IO;
          case EXIT -> ErrorKind.EXIT;
          case LATE -> ErrorKind.TIMEOUT;
        },
        switch (reason) {
          case BROKEN -> "HostLost";
          case DENIED -> "PermissionError";
          case EXIT -> "SystemExit";
          case LATE -> FailureReport.LATE;
          case CANCELLED -> "Cancelled";
        },
        String.valueOf(getMessage()),
        output.isBlank() ? Optional.empty() : Optional.of(output));
  }
}
