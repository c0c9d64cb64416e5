package dev.graft.runtime.shadow;

import dev.graft.node.Emitter;
import dev.graft.runtime.backend.HostedNode;
import dev.graft.runtime.backend.Item;
import dev.graft.runtime.backend.KeyedState;
import dev.graft.runtime.backend.ServedBy;
import dev.graft.runtime.failure.NodeFailureException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Does what another node does, but keeps one thing more. */
final class Hoarder implements HostedNode {
  private final HostedNode node;
  private long items;

  Hoarder(HostedNode node) {
    this.node = node;
  }

  @Override
  public ServedBy servedBy() {
    return node.servedBy();
  }

  @Override
  public void process(List<Item> batch, Emitter<@Nullable Object> out) throws NodeFailureException {
    items += batch.size();
    node.process(batch, out);
  }

  @Override
  public void flush(Emitter<@Nullable Object> out) throws NodeFailureException {
    node.flush(out);
  }

  @Override
  public List<KeyedState> snapshot() throws NodeFailureException {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>(node.snapshot().getFirst().fields());
    fields.put("items", items);
    return List.of(new KeyedState(null, fields));
  }

  @Override
  public void restore(List<KeyedState> states) throws NodeFailureException {
    node.restore(states);
  }

  @Override
  public void close() throws NodeFailureException {
    node.close();
  }
}
