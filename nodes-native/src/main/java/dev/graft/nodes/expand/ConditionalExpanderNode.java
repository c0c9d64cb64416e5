package dev.graft.nodes.expand;

import dev.graft.annotation.Example;
import dev.graft.annotation.Node;
import dev.graft.annotation.Param;
import dev.graft.node.Emitter;
import dev.graft.node.ErrorKind;
import dev.graft.node.NodeException;
import dev.graft.node.Transform;
import dev.graft.value.Decode;
import dev.graft.value.Numbers;
import dev.graft.value.Values;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Repeats an item as often as its number says, up to a limit. */
@Node(
    id = "conditional-expander",
    version = "1.0",
    summary = "Repeats an item as often as its number says.",
    category = "expand",
    effects = Node.Effects.NONE)
@Example(
    items = {"-2.5", "{\"value\": 1}", "\"no number\""},
    outputs = {
      "{\"original\": -2.5, \"index\": 0, \"count\": 2}",
      "{\"original\": -2.5, \"index\": 1, \"count\": 2}",
      "{\"original\": 1, \"index\": 0, \"count\": 1}"
    })
public final class ConditionalExpanderNode
    implements Transform<@Nullable Object, ConditionalExpanderNode.Repeated> {
  private final BigInteger max;

  /** A node. */
  public ConditionalExpanderNode(Params params) {
    max = params.maxCount();
  }

  @Override
  public void process(@Nullable Object item, Emitter<? super Repeated> out) {
    Object found = ItemValue.of(item);
    Object value = Numbers.isNumber(found) ? found : 0L;
    BigInteger count = count(Decode.number(value));
    Counting.upTo(count, index -> out.emit(new Repeated(value, index, count)));
  }

  private BigInteger count(Number number) {
    if (!(number instanceof Double value)) {
      return Values.toBigInteger(number).abs().min(max);
    } else if (Double.isNaN(value)) {
      throw new NodeException(ErrorKind.INVALID, "NaN says no number of outputs");
    }
    return Double.isInfinite(value) ? max : new BigDecimal(value).toBigInteger().abs().min(max);
  }

  /** The parameters. */
  public record Params(
      @Param(doc = "The most outputs of one item.", defaultValue = "10", min = "0")
          BigInteger maxCount) {}

  /** One of several outputs for an item. */
  public record Repeated(@Nullable Object original, long index, BigInteger count) {}
}
