package dev.graft.nodes.number;

import dev.graft.annotation.Example;
import dev.graft.annotation.Node;
import dev.graft.annotation.Param;
import dev.graft.node.Emitter;
import dev.graft.node.Transform;
import dev.graft.py.PyArithmetic;

/** Applies one arithmetic operation to each number. */
@Node(
    id = "calculator",
    version = "1.0",
    summary = "Applies one arithmetic operation to each number.",
    category = "number",
    effects = Node.Effects.NONE)
@Example(
    params = "{\"operation\": \"multiply\", \"operand\": 3}",
    items = {"42", "0.5"},
    outputs = {"126", "1.5"})
@Example(
    title = "A modulo has the sign of the operand.",
    params = "{\"operation\": \"modulo\", \"operand\": 3}",
    items = "-7",
    outputs = "2")
public final class CalculatorNode implements Transform<Number, Number> {
  private final Operation operation;
  private final Number operand;

  /** A node. */
  public CalculatorNode(Params params) {
    operation = params.operation();
    operand = params.operand();
  }

  @Override
  public void process(Number item, Emitter<? super Number> out) {
    out.emit(
        switch (operation) {
          case ADD -> PyArithmetic.add(item, operand);
          case SUBTRACT -> PyArithmetic.subtract(item, operand);
          case MULTIPLY -> PyArithmetic.multiply(item, operand);
          case DIVIDE -> PyArithmetic.divide(item, operand);
          case POWER -> PyArithmetic.power(item, operand);
          case MODULO -> PyArithmetic.modulo(item, operand);
          case SQUARE -> PyArithmetic.square(item);
        });
  }

  /** The parameters. */
  public record Params(
      @Param(doc = "The operation to apply.", defaultValue = "add") Operation operation,
      @Param(doc = "The right-hand operand; square ignores it.", defaultValue = "0")
          Number operand) {}

  /** What can be done with a number. */
  public enum Operation {
    ADD,
    SUBTRACT,
    MULTIPLY,
    DIVIDE,
    POWER,
    MODULO,
    SQUARE
  }
}
