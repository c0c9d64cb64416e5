package dev.graft.nodes.number;

import dev.graft.annotation.Example;
import dev.graft.annotation.Node;
import dev.graft.node.Emitter;
import dev.graft.node.Transform;
import dev.graft.py.PyArithmetic;

/** Adds ten to each number. */
@Node(
    id = "add-ten",
    version = "1.0",
    summary = "Adds ten to each number.",
    category = "number",
    effects = Node.Effects.NONE)
@Example(
    items = {"10", "0.5"},
    outputs = {"20", "10.5"})
public final class AddTenNode implements Transform<Number, Number> {
  /** A node. */
  public AddTenNode() {}

  @Override
  public void process(Number item, Emitter<? super Number> out) {
    out.emit(PyArithmetic.add(item, 10L));
  }
}
