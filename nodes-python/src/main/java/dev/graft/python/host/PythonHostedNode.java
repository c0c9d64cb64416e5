package dev.graft.python.host;

import dev.graft.node.Emitter;
import dev.graft.node.ErrorKind;
import dev.graft.python.failure.FailureReport;
import dev.graft.python.failure.HostLostException;
import dev.graft.python.failure.PythonFailureException;
import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.backend.HostedNode;
import dev.graft.runtime.backend.HostingRefusedException;
import dev.graft.runtime.backend.Item;
import dev.graft.runtime.backend.KeyedState;
import dev.graft.runtime.backend.ServedBy;
import dev.graft.runtime.failure.NodeFailure;
import dev.graft.runtime.failure.NodeFailureException;
import dev.graft.runtime.failure.NodeFailureException.Aftermath;
import dev.graft.runtime.failure.Phase;
import dev.graft.value.Portable;
import dev.graft.value.ValueException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One open node in a Python host. */
final class PythonHostedNode implements HostedNode {
  private final String nodeId;
  private final boolean keepsState;
  private final Seat.Finder finder;
  private final Consumer<PythonHostedNode> left;
  private Seat seat;

  /** The state that is to move, if the host was interrupted; the node moves when it is called. */
  private @Nullable List<KeyedState> saved;

  private boolean moved;
  private boolean closed;

  /**
   * A node.
   *
   * @param keepsState whether it may have a state, as far as it says
   * @param left is told when the node is closed and its host free
   */
  PythonHostedNode(
      String nodeId,
      boolean keepsState,
      Seat seat,
      Seat.Finder finder,
      Consumer<PythonHostedNode> left) {
    this.left = left;
    this.nodeId = nodeId;
    this.keepsState = keepsState;
    this.seat = seat;
    this.finder = finder;
  }

  PythonHost host() {
    return seat.host();
  }

  long handle() {
    return seat.handle();
  }

  String nodeId() {
    return nodeId;
  }

  @Override
  public ServedBy servedBy() {
    return seat.servedBy();
  }

  @Override
  public void process(List<Item> batch, Emitter<@Nullable Object> out) throws NodeFailureException {
    moveIfInterrupted();
    try {
      seat.host().process(seat.handle(), batch, out);
    } catch (PythonFailureException e) {
      throw failed(e.report());
    } catch (HostLostException e) {
      throw lost(e, Phase.STEP, e.index().isPresent() ? e.index() : onlyItem(batch));
    }
  }

  @Override
  public void flush(Emitter<@Nullable Object> out) throws NodeFailureException {
    moveIfInterrupted();
    run(Phase.END, () -> seat.host().flush(seat.handle(), out));
  }

  /** A host that is gone cannot say it, and one that the node moved to knows only its own part. */
  @Override
  public Optional<Duration> ownTime() {
    if (moved || saved != null) {
      return Optional.empty();
    }
    try {
      return seat.host().ownTime(seat.handle());
    } catch (PythonFailureException | HostLostException e) {
      return Optional.empty(); // its loss was told by the call that saw it
    }
  }

  @Override
  public List<KeyedState> snapshot() throws NodeFailureException {
    moveIfInterrupted();
    try {
      return seat.host().snapshot(seat.handle());
    } catch (PythonFailureException e) {
      throw failed(e.report());
    } catch (HostLostException e) {
      throw lost(e, Phase.SNAPSHOT, OptionalLong.empty());
    }
  }

  @Override
  public void restore(List<KeyedState> states) throws NodeFailureException {
    moveIfInterrupted();
    run(Phase.RESTORE, () -> seat.host().restore(seat.handle(), portable(states)));
  }

  private static List<KeyedState> portable(List<KeyedState> states) throws PythonFailureException {
    try {
      return states.stream()
          .map(s -> new KeyedState(Portable.check(s.key()), PortableFields.of(s.fields())))
          .toList();
    } catch (ValueException e) {
      throw PythonFailureException.refused(Phase.RESTORE, OptionalLong.empty(), e.in("state"));
    }
  }

  @Override
  public void close() throws NodeFailureException {
    if (closed) {
      return;
    }
    closed = true;
    try {
      seat.host().closeNode(seat.handle());
    } catch (PythonFailureException e) {
      throw failed(e.report());
    } catch (HostLostException e) {
      // A host that is gone has nothing to clean up; its loss was told by the call that saw it.
      if (e.reason() == HostLostException.Cause.LATE) {
        throw new NodeFailureException(e.failure(nodeId, Phase.CLOSE, OptionalLong.empty()), e);
      }
    } finally {
      left.accept(this);
    }
  }

  private interface Operation {
    void run() throws PythonFailureException, HostLostException;
  }

  private void run(Phase phase, Operation operation) throws NodeFailureException {
    try {
      operation.run();
    } catch (PythonFailureException e) {
      throw failed(e.report());
    } catch (HostLostException e) {
      throw lost(e, phase, OptionalLong.empty());
    }
  }

  private NodeFailureException failed(FailureReport report) {
    NodeFailureException failed = report.of(nodeId);
    return sandboxed() && NativePackages.isLackOfOne(report)
        ? new NodeFailureException(failed.failure(), failed.getCause(), Aftermath.UNFIT)
        : failed;
  }

  private NodeFailureException lost(HostLostException e, Phase phase, OptionalLong index) {
    NodeFailure failure = e.failure(nodeId, phase, index);
    return switch (e.reason()) {
      case LATE -> sandboxed() ? interrupted(failure, e) : lostWith(failure, e);
      case BROKEN -> sandboxed() ? unfit(failure, e) : lostWith(failure, e);
      case DENIED, EXIT, CANCELLED -> new NodeFailureException(failure, e);
    };
  }

  private boolean sandboxed() {
    return servedBy().backend() == BackendId.GRAALPY;
  }

  private static NodeFailureException lostWith(NodeFailure failure, HostLostException e) {
    return new NodeFailureException(failure, e, Aftermath.HOST_LOST);
  }

  /** An interpreter with a defect would have it again. */
  private static NodeFailureException unfit(NodeFailure failure, HostLostException e) {
    return new NodeFailureException(failure, e, Aftermath.UNFIT);
  }

  /**
   * The interpreter was stopped where it stood, without a {@code finally}: locks may be held, and
   * an event loop may believe that it runs. The state of the node's objects is as after any
   * exception, so that is saved, and all else is given up.
   */
  private NodeFailureException interrupted(NodeFailure failure, HostLostException e) {
    try {
      saved = keepsState ? seat.host().snapshot(seat.handle()) : List.of();
      return new NodeFailureException(failure, e);
    } catch (PythonFailureException | HostLostException lost) {
      String message =
          "%s; its state is lost with its interpreter, so the run ends (%s)"
              .formatted(failure.message(), lost.getMessage());
      return NodeFailureException.endingNode(failure.withMessage(message), e);
    }
  }

  private void moveIfInterrupted() throws NodeFailureException {
    List<KeyedState> states = saved;
    if (states == null) {
      return;
    }
    saved = null;
    moved = true;
    try {
      seat = finder.after(seat);
    } catch (HostingRefusedException e) {
      throw ending(Phase.OPEN, e.reason(), e);
    } catch (NodeFailureException e) {
      throw NodeFailureException.endingNode(e.failure(), e);
    }
    if (!states.isEmpty()) {
      try {
        seat.host().restore(seat.handle(), states);
      } catch (PythonFailureException e) {
        throw NodeFailureException.endingNode(e.report().of(nodeId).failure(), e);
      } catch (HostLostException e) {
        throw NodeFailureException.endingNode(
            e.failure(nodeId, Phase.RESTORE, OptionalLong.empty()), e);
      }
    }
  }

  private NodeFailureException ending(Phase phase, String message, Exception e) {
    NodeFailure failure =
        new NodeFailure(
            nodeId,
            phase,
            OptionalLong.empty(),
            ErrorKind.INTERNAL,
            "HostLost",
            "no interpreter to go on in: " + message,
            Optional.empty());
    return NodeFailureException.endingNode(failure, e);
  }

  /** A lost worker cannot say which item it worked at: that is known if there was only one. */
  private static OptionalLong onlyItem(List<Item> batch) {
    return batch.size() == 1 ? OptionalLong.of(batch.getFirst().index()) : OptionalLong.empty();
  }
}
