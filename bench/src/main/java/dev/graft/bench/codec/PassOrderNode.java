package dev.graft.bench.codec;

import dev.graft.annotation.Node;
import dev.graft.node.Emitter;
import dev.graft.node.Transform;

/** Passes orders on: an order is decoded and encoded. */
@Node(
    id = "bench-pass-order",
    version = "1.0",
    summary = "Emits each order unchanged.",
    effects = Node.Effects.NONE)
final class PassOrderNode implements Transform<Order, Order> {
  @Override
  public void process(Order item, Emitter<? super Order> out) {
    out.emit(item);
  }
}
