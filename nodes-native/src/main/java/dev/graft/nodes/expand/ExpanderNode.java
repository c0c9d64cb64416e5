package dev.graft.nodes.expand;

import dev.graft.annotation.Example;
import dev.graft.annotation.Node;
import dev.graft.annotation.Param;
import dev.graft.node.Emitter;
import dev.graft.node.Transform;
import dev.graft.py.PyArithmetic;
import dev.graft.py.PyStr;
import dev.graft.py.PyValue;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** Makes several numbered outputs of each item. */
@Node(
    id = "expander",
    version = "1.0",
    summary = "Makes several numbered outputs of each item.",
    category = "expand",
    effects = Node.Effects.NONE)
@Example(
    params = "{\"expansion_factor\": 2}",
    items = {"10", "\"take\"", "{\"value\": 1.5}"},
    outputs = {
      "10",
      "11",
      "\"take_0\"",
      "\"take_1\"",
      "{\"value\": 1.5, \"index\": 0}",
      "{\"value\": 2.5, \"index\": 1}"
    })
public final class ExpanderNode implements Transform<@Nullable Object, Object> {
  private final BigInteger factor;

  /** A node. */
  public ExpanderNode(Params params) {
    factor = params.expansionFactor();
  }

  @Override
  public void process(@Nullable Object item, Emitter<? super Object> out) {
    LongFunction<Object> make = maker(item);
    Counting.upTo(factor, index -> out.emit(make.apply(index)));
  }

  /** What gives the output of an index. */
  private static LongFunction<Object> maker(@Nullable Object item) {
    if (item instanceof String text) {
      return index -> PyStr.concat(text, "_" + index);
    } else if (item instanceof Map<?, ?> dict) {
      Number value = ItemValue.in(dict);
      return index -> numbered(PyArithmetic.add(value, index), index);
    }
    Number number = PyValue.number(item);
    return index -> PyArithmetic.add(number, index);
  }

  private static Map<String, Object> numbered(Number value, long index) {
    Map<String, Object> output = new LinkedHashMap<>();
    output.put("value", value);
    output.put("index", index);
    return output;
  }

  /** The parameters. */
  public record Params(
      @Param(doc = "How many outputs each item gives.", defaultValue = "3", min = "0")
          BigInteger expansionFactor) {}
}
