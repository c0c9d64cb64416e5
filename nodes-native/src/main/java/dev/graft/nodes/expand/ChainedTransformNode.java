package dev.graft.nodes.expand;

import dev.graft.annotation.Example;
import dev.graft.annotation.Node;
import dev.graft.annotation.Param;
import dev.graft.node.Emitter;
import dev.graft.node.Transform;
import dev.graft.py.PyArithmetic;
import dev.graft.py.PyValue;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Doubles each number, adds ten and squares the sum; each stage is an output. */
@Node(
    id = "chained-transform",
    version = "1.0",
    summary = "Doubles each number, adds ten and squares the sum, in stages.",
    category = "expand",
    effects = Node.Effects.NONE)
@Example(
    items = "5",
    outputs = {
      "{\"stage\": 1, \"value\": 10}",
      "{\"stage\": 2, \"value\": 20}",
      "{\"stage\": 3, \"value\": 400, \"final\": true}"
    })
public final class ChainedTransformNode
    implements Transform<@Nullable Object, Map<String, @Nullable Object>> {
  private final boolean all;

  /** A node. */
  public ChainedTransformNode(Params params) {
    all = params.emitIntermediates();
  }

  @Override
  public void process(@Nullable Object item, Emitter<? super Map<String, @Nullable Object>> out) {
    Number number = item instanceof Map<?, ?> dict ? ItemValue.in(dict) : PyValue.number(item);
    Number doubled = PyArithmetic.multiply(number, 2L);
    if (all && !out.emit(stage(1, doubled))) {
      return;
    }
    Number moved = PyArithmetic.add(doubled, 10L);
    if (all && !out.emit(stage(2, moved))) {
      return;
    }
    Map<String, @Nullable Object> last = stage(3, PyArithmetic.square(moved));
    last.put("final", true);
    out.emit(last);
  }

  private static Map<String, @Nullable Object> stage(long number, Number value) {
    Map<String, @Nullable Object> stage = new LinkedHashMap<>();
    stage.put("stage", number);
    stage.put("value", value);
    return stage;
  }

  /** The parameters. */
  public record Params(
      @Param(doc = "Whether the first two stages are outputs as well.", defaultValue = "true")
          boolean emitIntermediates) {}
}
