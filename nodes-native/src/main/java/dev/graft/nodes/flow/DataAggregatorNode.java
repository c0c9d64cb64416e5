package dev.graft.nodes.flow;

import dev.graft.annotation.Example;
import dev.graft.annotation.Node;
import dev.graft.annotation.Param;
import dev.graft.annotation.State;
import dev.graft.node.Emitter;
import dev.graft.node.ErrorKind;
import dev.graft.node.NodeException;
import dev.graft.node.Transform;
import dev.graft.py.PyArithmetic;
import dev.graft.value.Decode;
import dev.graft.value.Numbers;
import dev.graft.value.Values;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes one output of each window of items; the end of the input one of the rest. */
@Node(
    id = "data-aggregator",
    version = "1.0",
    summary = "Makes one output of each window of items.",
    category = "flow",
    effects = Node.Effects.NONE)
@Example(
    params = "{\"window_size\": 2, \"aggregation_type\": \"average\"}",
    items = {"1", "2", "5"},
    outputs = {"1.5", "{\"$f\": \"5.0\"}"})
public final class DataAggregatorNode implements Transform<@Nullable Object, @Nullable Object> {
  private final int size;
  private final Aggregation aggregation;
  @State private List<@Nullable Object> items = new ArrayList<>();

  /** A node. */
  public DataAggregatorNode(Params params) {
    // No list in Java is longer than an int says, so a larger size is one that is never reached.
    size = params.windowSize().min(BigInteger.valueOf(Integer.MAX_VALUE)).intValue();
    aggregation = params.aggregationType();
  }

  @Override
  @SuppressWarnings("NullAway") // an Emitter<? super @Nullable Object> takes what may be null
  public void process(@Nullable Object item, Emitter<? super @Nullable Object> out) {
    if (aggregation.needsNumbers() && !Numbers.isNumber(item)) {
      throw new NodeException(ErrorKind.TYPE, "expected a number, got " + Values.describe(item));
    }
    if (items.size() + 1 < size) {
      items.add(item);
      return;
    }
    // Only a window that could be computed is given up.
    List<@Nullable Object> window = new ArrayList<>(items);
    window.add(item);
    Object result = aggregation.of(window);
    items = new ArrayList<>();
    out.emit(result);
  }

  @Override
  @SuppressWarnings("NullAway") // an Emitter<? super @Nullable Object> takes what may be null
  public void flush(Emitter<? super @Nullable Object> out) {
    if (!items.isEmpty()) {
      Object result = aggregation.of(items);
      items = new ArrayList<>();
      out.emit(result);
    }
  }

  /** The parameters. */
  public record Params(
      @Param(doc = "How many items make a window.", defaultValue = "5", min = "1")
          BigInteger windowSize,
      @Param(doc = "What is made of a window.", defaultValue = "collect")
          Aggregation aggregationType) {}

  /** What is made of a window. */
  public enum Aggregation {
    COLLECT,
    SUM,
    AVERAGE,
    COUNT;

    private boolean needsNumbers() {
      return this == SUM || this == AVERAGE;
    }

    private Object of(List<@Nullable Object> window) {
      return switch (this) {
        case COLLECT -> window;
        case SUM -> sum(window);
        case AVERAGE -> PyArithmetic.divide(sum(window), (long) window.size());
        case COUNT -> (long) window.size();
      };
    }

    /** From left to right, from the int 0: neither order nor rounding is left to anybody. */
    private static Number sum(List<@Nullable Object> window) {
      Number total = 0L;
      for (Object item : window) {
        total = PyArithmetic.add(total, Decode.number(item));
      }
      return total;
    }
  }
}
