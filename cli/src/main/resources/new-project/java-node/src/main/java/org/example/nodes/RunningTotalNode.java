package org.example.nodes;

import dev.graft.annotation.Example;
import dev.graft.annotation.Node;
import dev.graft.annotation.Param;
import dev.graft.annotation.State;
import dev.graft.node.Emitter;
import dev.graft.node.Transform;
import java.math.BigInteger;

/** Adds up. Python's int has no limit, so its twin in Java is no long. */
@Node(
    id = "running-total",
    version = "1.0",
    summary = "Emits the sum of all numbers so far.",
    effects = Node.Effects.NONE)
@Example(
    params = "{\"start\": 10}",
    items = {"1", "2"},
    outputs = {"11", "13"})
public final class RunningTotalNode implements Transform<BigInteger, BigInteger> {
  @State private BigInteger total;

  /** A node. */
  public RunningTotalNode(Params params) {
    total = params.start();
  }

  @Override
  public void process(BigInteger item, Emitter<? super BigInteger> out) {
    total = total.add(item);
    out.emit(total);
  }

  /** The parameters. */
  public record Params(
      @Param(doc = "The sum before the first number.", defaultValue = "0") BigInteger start) {}
}
