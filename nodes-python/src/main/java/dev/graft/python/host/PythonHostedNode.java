package dev.graft.python.host;

import dev.graft.node.Emitter;
import dev.graft.python.failure.FailureReport;
import dev.graft.python.failure.HostLostException;
import dev.graft.python.failure.PythonFailureException;
import dev.graft.runtime.backend.HostedNode;
import dev.graft.runtime.backend.Item;
import dev.graft.runtime.backend.KeyedState;
import dev.graft.runtime.backend.ServedBy;
import dev.graft.runtime.failure.NodeFailureException;
import dev.graft.runtime.failure.Phase;
import dev.graft.value.Portable;
import dev.graft.value.ValueException;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** One open node in a Python host. */
final class PythonHostedNode implements HostedNode {
  private final String nodeId;
  private final PythonHost host;
  private final long handle;
  private final ServedBy servedBy;
  private boolean closed;

  PythonHostedNode(String nodeId, PythonHost host, long handle, ServedBy servedBy) {
    this.nodeId = nodeId;
    this.host = host;
    this.handle = handle;
    this.servedBy = servedBy;
  }

  PythonHost host() {
    return host;
  }

  long handle() {
    return handle;
  }

  String nodeId() {
    return nodeId;
  }

  @Override
  public ServedBy servedBy() {
    return servedBy;
  }

  @Override
  public void process(List<Item> batch, Emitter<@Nullable Object> out) throws NodeFailureException {
    try {
      host.process(handle, batch, out);
    } catch (PythonFailureException e) {
      throw failed(e.report());
    } catch (HostLostException e) {
      throw lost(e, Phase.STEP, e.index().isPresent() ? e.index() : onlyItem(batch));
    }
  }

  @Override
  public void flush(Emitter<@Nullable Object> out) throws NodeFailureException {
    run(Phase.END, () -> host.flush(handle, out));
  }

  @Override
  public List<KeyedState> snapshot() throws NodeFailureException {
    try {
      return host.snapshot(handle);
    } catch (PythonFailureException e) {
      throw failed(e.report());
    } catch (HostLostException e) {
      throw lost(e, Phase.SNAPSHOT, OptionalLong.empty());
    }
  }

  @Override
  public void restore(List<KeyedState> states) throws NodeFailureException {
    run(Phase.RESTORE, () -> host.restore(handle, portable(states)));
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
      host.closeNode(handle);
    } catch (PythonFailureException e) {
      throw failed(e.report());
    } catch (HostLostException e) {
      // A host that is gone has nothing to clean up; its loss was told by the call that saw it.
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
    return report.of(nodeId);
  }

  private NodeFailureException lost(HostLostException e, Phase phase, OptionalLong index) {
    return new NodeFailureException(e.failure(nodeId, phase, index), e);
  }

  /** A lost worker cannot say which item it worked at: that is known if there was only one. */
  private static OptionalLong onlyItem(List<Item> batch) {
    return batch.size() == 1 ? OptionalLong.of(batch.getFirst().index()) : OptionalLong.empty();
  }
}
