package dev.graft.compat.record;

import dev.graft.descriptor.Implementation;
import dev.graft.descriptor.NodeContract;
import dev.graft.descriptor.NodeDescriptor;
import dev.graft.descriptor.PortDescriptor;
import dev.graft.descriptor.Purity;
import dev.graft.descriptor.StateDescriptor;
import dev.graft.descriptor.ValueType;
import dev.graft.node.Emitter;
import dev.graft.node.NodeContext;
import dev.graft.params.ParamReader;
import dev.graft.registry.NodeFactory;
import dev.graft.registry.NodeInstance;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Stands in the place of a node, hands on what the node would be given, and emits nothing.
 *
 * @param taker gets each item as it comes; it may be of a node that goes on to change it
 */
record InputTap(Consumer<@Nullable Object> taker) implements NodeFactory {
  private static final NodeContract CONTRACT =
      new NodeContract(
          "recorded",
          "1.0",
          "Keeps what comes.",
          List.of(),
          List.of(PortDescriptor.in(ValueType.Scalar.ANY)),
          List.of(),
          StateDescriptor.NONE,
          Purity.PURE);

  @Override
  public NodeDescriptor descriptor() {
    return new NodeDescriptor(CONTRACT, Implementation.java(InputTap.class.getName()));
  }

  @Override
  public NodeInstance create(ParamReader params) {
    return new Kept(taker);
  }

  /** What each run has one of. */
  private record Kept(Consumer<@Nullable Object> taker) implements NodeInstance {
    @Override
    public void open(NodeContext context) {}

    @Override
    public void process(@Nullable Object item, Emitter<@Nullable Object> out) {
      taker.accept(item);
    }

    @Override
    public void flush(Emitter<@Nullable Object> out) {}

    @Override
    public Map<String, @Nullable Object> snapshot() {
      return Map.of();
    }

    @Override
    public void restore(Map<String, ? extends @Nullable Object> state) {}

    @Override
    public void close() {}
  }
}
