package dev.graft.nodes.number;

import dev.graft.annotation.Example;
import dev.graft.annotation.Node;
import dev.graft.annotation.Param;
import dev.graft.node.Emitter;
import dev.graft.node.ErrorKind;
import dev.graft.node.NodeContext;
import dev.graft.node.NodeException;
import dev.graft.node.Transform;
import dev.graft.py.PyArithmetic;

/** Adds a value to each number; it must be open, as a node with a resource would. */
@Node(
    id = "add-value",
    version = "1.0",
    summary = "Adds a value to each number, once it is open.",
    category = "number",
    effects = Node.Effects.NONE)
@Example(params = "{\"value\": 10}", items = "32", outputs = "42")
public final class AddValueNode implements Transform<Number, Number> {
  private final Number value;

  @SuppressWarnings("graft-state") // as a connection would be: opened again, never restored
  private boolean ready;

  /** A node. */
  public AddValueNode(Params params) {
    value = params.value();
  }

  @Override
  public void open(NodeContext context) {
    ready = true;
  }

  @Override
  public void process(Number item, Emitter<? super Number> out) {
    if (!ready) {
      throw new NodeException(ErrorKind.STATE, "the node is not open");
    }
    out.emit(PyArithmetic.add(item, value));
  }

  /** The parameters. */
  public record Params(
      @Param(doc = "What is added to each number.", defaultValue = "42") Number value) {}
}
