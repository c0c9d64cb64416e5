package dev.graft.nodes.flow;

import dev.graft.annotation.Example;
import dev.graft.annotation.Node;
import dev.graft.node.Emitter;
import dev.graft.node.Transform;
import org.jspecify.annotations.Nullable;

/** Emits each item unchanged. */
@Node(
    id = "pass-through",
    version = "1.0",
    summary = "Emits each item unchanged.",
    category = "flow",
    effects = Node.Effects.NONE)
@Example(
    items = {"1", "\"a\""},
    outputs = {"1", "\"a\""})
public final class PassThroughNode implements Transform<@Nullable Object, @Nullable Object> {
  /** A node. */
  public PassThroughNode() {}

  @Override
  @SuppressWarnings("NullAway") // an Emitter<? super @Nullable Object> takes what may be null
  public void process(@Nullable Object item, Emitter<? super @Nullable Object> out) {
    out.emit(item);
  }
}
