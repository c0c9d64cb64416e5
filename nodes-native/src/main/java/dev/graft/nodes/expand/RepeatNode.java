package dev.graft.nodes.expand;

import dev.graft.annotation.Example;
import dev.graft.annotation.Node;
import dev.graft.annotation.Param;
import dev.graft.node.Emitter;
import dev.graft.node.Transform;
import dev.graft.py.PyArithmetic;
import java.math.BigInteger;

/** Emits the multiples of each number, from zero up. */
@Node(
    id = "repeat",
    version = "1.0",
    summary = "Emits the multiples of each number, from zero up.",
    category = "expand",
    effects = Node.Effects.NONE)
@Example(
    params = "{\"count\": 3}",
    items = "10",
    outputs = {
      "{\"index\": 0, \"value\": 0}",
      "{\"index\": 1, \"value\": 10}",
      "{\"index\": 2, \"value\": 20}"
    })
public final class RepeatNode implements Transform<Number, RepeatNode.Multiple> {
  private final BigInteger count;

  /** A node. */
  public RepeatNode(Params params) {
    count = params.count();
  }

  @Override
  public void process(Number item, Emitter<? super Multiple> out) {
    Counting.upTo(
        count, index -> out.emit(new Multiple(index, PyArithmetic.multiply(item, index))));
  }

  /** The parameters. */
  public record Params(
      @Param(doc = "How many multiples to emit.", defaultValue = "5", min = "0")
          BigInteger count) {}

  /** One multiple. */
  public record Multiple(long index, Number value) {}
}
