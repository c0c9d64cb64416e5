package dev.graft.nodes.number;

import dev.graft.annotation.Example;
import dev.graft.annotation.Node;
import dev.graft.annotation.Param;
import dev.graft.node.Emitter;
import dev.graft.node.Transform;
import dev.graft.py.PyArithmetic;
import org.jspecify.annotations.Nullable;

/** Adds to each number, or to each number of a list. */
@Node(
    id = "add",
    version = "1.0",
    summary = "Adds to each number, or to each number of a list.",
    category = "number",
    effects = Node.Effects.NONE)
@Example(
    title = "An int keeps ints.",
    params = "{\"addend\": 10}",
    items = {"3", "[1, 2.5]"},
    outputs = {"13", "[11, 12.5]"})
public final class AddNode implements Transform<@Nullable Object, Object> {
  private final Number addend;

  /** A node. */
  public AddNode(Params params) {
    addend = params.addend();
  }

  @Override
  public void process(@Nullable Object item, Emitter<? super Object> out) {
    out.emit(OfEach.apply(item, number -> PyArithmetic.add(number, addend)));
  }

  /** The parameters. */
  public record Params(
      @Param(doc = "What is added to each number.", defaultValue = "0.0") Number addend) {}
}
