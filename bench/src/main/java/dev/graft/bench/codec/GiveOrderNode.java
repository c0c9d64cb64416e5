package dev.graft.bench.codec;

import dev.graft.annotation.Node;
import dev.graft.node.Emitter;
import dev.graft.node.Transform;
import org.jspecify.annotations.Nullable;

/** Gives the order that it holds: an order is encoded. */
@Node(
    id = "bench-give-order",
    version = "1.0",
    summary = "Emits the order that it holds for each item.")
final class GiveOrderNode implements Transform<@Nullable Object, Order> {
  private final Order order = Orders.order();

  @Override
  public void process(@Nullable Object item, Emitter<? super Order> out) {
    out.emit(order);
  }
}
