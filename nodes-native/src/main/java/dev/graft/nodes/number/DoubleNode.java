package dev.graft.nodes.number;

import dev.graft.annotation.Example;
import dev.graft.annotation.Node;
import dev.graft.node.Emitter;
import dev.graft.node.Transform;
import dev.graft.py.PyArithmetic;

/** Doubles each number. */
@Node(
    id = "double",
    version = "1.0",
    summary = "Doubles each number.",
    category = "number",
    effects = Node.Effects.NONE)
@Example(
    items = {"21", "1.5"},
    outputs = {"42", "{\"$f\": \"3.0\"}"})
public final class DoubleNode implements Transform<Number, Number> {
  /** A node. */
  public DoubleNode() {}

  @Override
  public void process(Number item, Emitter<? super Number> out) {
    out.emit(PyArithmetic.multiply(item, 2L));
  }
}
