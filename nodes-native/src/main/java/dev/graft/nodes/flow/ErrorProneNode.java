package dev.graft.nodes.flow;

import dev.graft.annotation.Example;
import dev.graft.annotation.Node;
import dev.graft.annotation.Param;
import dev.graft.node.Emitter;
import dev.graft.node.ErrorKind;
import dev.graft.node.NodeException;
import dev.graft.node.Transform;
import dev.graft.value.Numbers;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fails on one number and passes all else on: for trying out error policies. */
@Node(
    id = "error-prone",
    version = "1.0",
    summary = "Fails on one number and passes all else on.",
    category = "flow",
    effects = Node.Effects.NONE)
@Example(
    items = {"1", "{\"value\": \"x\"}", "{}"},
    outputs = {
      "{\"value\": 1, \"status\": \"ok\"}",
      "{\"value\": \"x\", \"status\": \"ok\"}",
      "{\"value\": 0, \"status\": \"ok\"}"
    })
public final class ErrorProneNode implements Transform<@Nullable Object, ErrorProneNode.Checked> {
  private final Number bad;

  /** A node. */
  public ErrorProneNode(Params params) {
    bad = params.errorOnValue();
  }

  @Override
  public void process(@Nullable Object item, Emitter<? super Checked> out) {
    Object value = item;
    if (item instanceof Map<?, ?> dict) {
      value = dict.containsKey("value") ? dict.get("value") : 0L;
    }
    if (isBad(value)) {
      throw new NodeException(ErrorKind.INVALID, "the value " + bad + " is refused");
    }
    out.emit(new Checked(value, "ok"));
  }

  private boolean isBad(@Nullable Object value) {
    boolean isNaN = value instanceof Double number && Double.isNaN(number);
    return !isNaN && Numbers.isNumber(value) && Numbers.compare(value, bad) == 0;
  }

  /** The parameters. */
  public record Params(
      @Param(doc = "The number that fails.", defaultValue = "-1.0") Number errorOnValue) {}

  /** What did not fail. */
  public record Checked(@Nullable Object value, String status) {}
}
