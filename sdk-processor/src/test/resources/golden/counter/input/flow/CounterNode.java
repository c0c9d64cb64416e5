package flow;

import dev.graft.annotation.Example;
import dev.graft.annotation.Node;
import dev.graft.annotation.Param;
import dev.graft.annotation.State;
import dev.graft.node.Emitter;
import dev.graft.node.Transform;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Numbers the items as they pass. */
@Node(
    id = "counter",
    version = "1.0",
    summary = "Numbers the items as they pass.",
    effects = Node.Effects.NONE)
@Example(
    title = "Counts what is there, whatever it is.",
    items = {"\"a\"", "null"},
    outputs = {"{\"value\": \"a\", \"count\": 1}", "{\"value\": null, \"count\": 2}"})
@Example(
    params = "{\"initial_count\": 5}",
    items = "1.5",
    outputs = "{\"value\": 1.5, \"count\": 6}")
public final class CounterNode implements Transform<@Nullable Object, CounterNode.Counted> {
  @State private BigInteger count;

  /** A node. */
  public CounterNode(Params params) {
    count = params.initialCount();
  }

  @Override
  public void process(@Nullable Object item, Emitter<? super Counted> out) {
    count = count.add(BigInteger.ONE);
    out.emit(new Counted(item, count));
  }

  /** The parameters. */
  public record Params(
      @Param(doc = "The count before the first item.", defaultValue = "0")
          BigInteger initialCount) {}

  /** An item and its number. */
  public record Counted(@Nullable Object value, BigInteger count) {}
}
