package dev.graft.bench.codec;

import dev.graft.annotation.Node;
import dev.graft.node.Sink;
import org.jspecify.annotations.Nullable;

/** Takes orders: an order is decoded. */
@Node(
    id = "bench-take-order",
    version = "1.0",
    summary = "Takes orders and keeps the last.",
    stateScope = Node.Scope.INSTANCE)
final class TakeOrderNode implements Sink<Order> {
  @Nullable Order last;

  @Override
  public void accept(Order item) {
    last = item;
  }
}
