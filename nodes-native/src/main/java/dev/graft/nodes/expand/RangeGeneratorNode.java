package dev.graft.nodes.expand;

import dev.graft.annotation.Example;
import dev.graft.annotation.Node;
import dev.graft.node.Emitter;
import dev.graft.node.ErrorKind;
import dev.graft.node.NodeException;
import dev.graft.node.Transform;
import dev.graft.py.PyArithmetic;
import dev.graft.py.PyValue;
import dev.graft.value.Numbers;
import dev.graft.value.Values;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Emits the ints of a range: up to a number, or as a dict with start, end and step says. */
@Node(
    id = "range-generator",
    version = "1.0",
    summary = "Emits the ints of a range.",
    category = "expand",
    effects = Node.Effects.NONE)
@Example(
    items = {"2.9", "{\"start\": 3, \"end\": 0, \"step\": -2}"},
    outputs = {"{\"value\": 0}", "{\"value\": 1}", "{\"value\": 3}", "{\"value\": 1}"})
public final class RangeGeneratorNode
    implements Transform<@Nullable Object, RangeGeneratorNode.Step> {
  /** A node. */
  public RangeGeneratorNode() {}

  @Override
  public void process(@Nullable Object item, Emitter<? super Step> out) {
    Bounds bounds = item instanceof Map<?, ?> dict ? bounds(dict) : upTo(PyValue.number(item));
    int direction = Numbers.compare(bounds.step, 0L);
    if (direction == 0) {
      throw new NodeException(ErrorKind.INVALID, "the step is 0");
    }
    Number value = bounds.start;
    while (Numbers.compare(bounds.end, value) * direction > 0
        && out.emit(new Step(Values.toBigInteger(value)))) {
      value = PyArithmetic.add(value, bounds.step);
    }
  }

  private static Bounds upTo(Number end) {
    if (!(end instanceof Double value)) {
      return new Bounds(0L, end, 1L);
    } else if (Double.isNaN(value)) {
      throw new NodeException(ErrorKind.INVALID, "the end of the range is NaN");
    } else if (Double.isInfinite(value)) {
      throw new NodeException(ErrorKind.RANGE, "the end of the range is infinite");
    }
    return new Bounds(0L, Values.normalize(new BigDecimal(value).toBigInteger()), 1L);
  }

  private static Bounds bounds(Map<?, ?> dict) {
    Number start = intIn(dict, "start", 0L);
    Number end = intIn(dict, "end", 10L);
    return new Bounds(start, end, intIn(dict, "step", 1L));
  }

  private static Number intIn(Map<?, ?> dict, String name, Number otherwise) {
    if (!dict.containsKey(name)) {
      return otherwise;
    }
    Object value = dict.get(name);
    if (value instanceof Long || value instanceof BigInteger) {
      return (Number) value;
    }
    throw new NodeException(
        ErrorKind.TYPE, name + " must be an int, got " + Values.describe(value));
  }

  private record Bounds(Number start, Number end, Number step) {}

  /** One int of the range. */
  public record Step(BigInteger value) {}
}
