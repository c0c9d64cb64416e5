package dev.graft.nodes.number;

import dev.graft.annotation.Example;
import dev.graft.annotation.Node;
import dev.graft.annotation.Param;
import dev.graft.node.Emitter;
import dev.graft.node.Transform;
import dev.graft.py.PyArithmetic;
import org.jspecify.annotations.Nullable;

/** Multiplies each number, or each number of a list. */
@Node(
    id = "multiply",
    version = "1.0",
    summary = "Multiplies each number, or each number of a list.",
    category = "number",
    effects = Node.Effects.NONE)
@Example(
    title = "The default is a float, and so is what it makes.",
    items = {"3", "[1, 2.5]"},
    outputs = {"{\"$f\": \"6.0\"}", "[{\"$f\": \"2.0\"}, {\"$f\": \"5.0\"}]"})
public final class MultiplyNode implements Transform<@Nullable Object, Object> {
  private final Number factor;

  /** A node. */
  public MultiplyNode(Params params) {
    factor = params.factor();
  }

  @Override
  public void process(@Nullable Object item, Emitter<? super Object> out) {
    out.emit(OfEach.apply(item, number -> PyArithmetic.multiply(number, factor)));
  }

  /** The parameters. */
  public record Params(
      @Param(doc = "What each number is multiplied by.", defaultValue = "2.0") Number factor) {}
}
