package dev.graft.compat.fake;

import dev.graft.descriptor.StateDescriptor;
import dev.graft.node.Emitter;
import dev.graft.node.ErrorKind;
import dev.graft.node.NodeException;
import dev.graft.runtime.backend.HostedNode;
import dev.graft.runtime.backend.Item;
import dev.graft.runtime.backend.KeyedState;
import dev.graft.runtime.backend.NodeOpening;
import dev.graft.runtime.backend.ServedBy;
import dev.graft.runtime.failure.NodeFailure;
import dev.graft.runtime.failure.NodeFailureException;
import dev.graft.runtime.failure.Phase;
import dev.graft.value.PythonKey;
import dev.graft.value.Tuple;
import dev.graft.value.ValueException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Hosts one fake node as a good backend would. */
public class FakeHosted implements HostedNode {
  private final NodeOpening opening;
  private final FakeNode.Maker maker;
  private final ServedBy servedBy;
  protected final Map<@Nullable Object, FakeNode> sessions = new LinkedHashMap<>();

  public FakeHosted(NodeOpening opening, FakeNode.Maker maker, ServedBy servedBy) {
    this.opening = opening;
    this.maker = maker;
    this.servedBy = servedBy;
  }

  @Override
  public ServedBy servedBy() {
    return servedBy;
  }

  @Override
  public void process(List<Item> batch, Emitter<@Nullable Object> out) throws NodeFailureException {
    for (Item item : batch) {
      try {
        session(key(item)).process(item.value(), emitter(out));
      } catch (NodeException e) {
        throw failure(Phase.STEP, OptionalLong.of(item.index()), e);
      }
    }
  }

  protected Emitter<@Nullable Object> emitter(Emitter<@Nullable Object> out) {
    return value -> value == null || out.emit(value);
  }

  protected @Nullable Object key(Item item) {
    if (isStateless() || item.key() != null) {
      return item.key();
    }
    return switch (item.value()) {
      case Map<?, ?> dict -> dict.get("session_id");
      case Tuple t when t.size() > 1 && t.get(t.size() - 1) instanceof Map<?, ?> dict ->
          dict.get("session_id");
      case null, default -> null;
    };
  }

  private boolean isStateless() {
    return opening.node().descriptor().contract().state().scope() == StateDescriptor.Scope.NONE;
  }

  private FakeNode session(@Nullable Object key) {
    PythonKey inPython;
    try {
      inPython = PythonKey.of(key);
    } catch (ValueException e) {
      throw new NodeException(e.kind(), e.fact());
    }
    for (Map.Entry<@Nullable Object, FakeNode> session : sessions.entrySet()) {
      if (PythonKey.of(session.getKey()).equals(inPython)) {
        return session.getValue();
      }
    }
    FakeNode made = maker.make(opening.params());
    sessions.put(key, made);
    return made;
  }

  @Override
  public void flush(Emitter<@Nullable Object> out) throws NodeFailureException {
    for (FakeNode node : sessions.values()) {
      node.flush(out);
    }
  }

  @Override
  public List<KeyedState> snapshot() throws NodeFailureException {
    List<KeyedState> states = new ArrayList<>();
    if (!isStateless()) {
      sessions.forEach((key, node) -> states.add(new KeyedState(key, node.snapshot())));
    }
    return states;
  }

  @Override
  public void restore(List<KeyedState> states) throws NodeFailureException {
    sessions.clear();
    states.forEach(state -> session(state.key()).restore(state.fields()));
  }

  @Override
  public void close() throws NodeFailureException {}

  private NodeFailureException failure(Phase phase, OptionalLong index, NodeException e) {
    ErrorKind kind = e.kind();
    return new NodeFailureException(
        new NodeFailure(
            opening.nodeId(),
            phase,
            index,
            kind,
            "FakeError",
            String.valueOf(e.getMessage()),
            Optional.of("Traceback of a fake")),
        e);
  }
}
