package dev.graft.runtime.shadow;

import dev.graft.node.Emitter;
import dev.graft.runtime.backend.HostedNode;
import dev.graft.runtime.backend.Item;
import dev.graft.runtime.backend.KeyedState;
import dev.graft.runtime.backend.ServedBy;
import dev.graft.runtime.failure.NodeFailureException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Does what another node does, but is as new once it is restored. */
record Forgetful(HostedNode node) implements HostedNode {
  @Override
  public ServedBy servedBy() {
    return node.servedBy();
  }

  @Override
  public void process(List<Item> batch, Emitter<@Nullable Object> out) throws NodeFailureException {
    node.process(batch, out);
  }

  @Override
  public void flush(Emitter<@Nullable Object> out) throws NodeFailureException {
    node.flush(out);
  }

  @Override
  public List<KeyedState> snapshot() throws NodeFailureException {
    return node.snapshot();
  }

  @Override
  public void restore(List<KeyedState> states) {}

  @Override
  public void close() throws NodeFailureException {
    node.close();
  }
}
