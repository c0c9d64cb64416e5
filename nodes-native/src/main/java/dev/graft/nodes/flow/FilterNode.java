package dev.graft.nodes.flow;

import dev.graft.annotation.Example;
import dev.graft.annotation.Node;
import dev.graft.annotation.Param;
import dev.graft.node.Emitter;
import dev.graft.node.ErrorKind;
import dev.graft.node.NodeException;
import dev.graft.node.Transform;
import dev.graft.value.Numbers;
import dev.graft.value.Values;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps the items whose number lies within the limits. */
@Node(
    id = "filter",
    version = "1.0",
    summary = "Keeps the items whose number lies within the limits.",
    category = "flow",
    effects = Node.Effects.NONE)
@Example(
    title = "Both limits belong to what is kept.",
    params = "{\"min_value\": 1, \"max_value\": 2.5}",
    items = {"0", "1", "2.5", "3"},
    outputs = {"1", "2.5"})
@Example(
    title = "The number may be in a dict.",
    params = "{\"min_value\": 5, \"key\": \"level\"}",
    items = {"{\"level\": 7}", "{\"level\": 3}"},
    outputs = "{\"level\": 7}")
public final class FilterNode implements Transform<@Nullable Object, @Nullable Object> {
  private final @Nullable Number min;
  private final @Nullable Number max;
  private final @Nullable String key;

  /** A node. */
  public FilterNode(Params params) {
    min = params.minValue().orElse(null);
    max = params.maxValue().orElse(null);
    key = params.key().orElse(null);
  }

  @Override
  @SuppressWarnings("NullAway") // an Emitter<? super @Nullable Object> takes what may be null
  public void process(@Nullable Object item, Emitter<? super @Nullable Object> out) {
    if (isWithin(numberOf(item))) {
      out.emit(item);
    }
  }

  /** A bool is compared as it is: {@link Numbers} takes it for 0 or 1. */
  private Object numberOf(@Nullable Object item) {
    Object number = key == null ? item : entry(item, key);
    if (number == null || !Numbers.isNumber(number)) {
      throw new NodeException(ErrorKind.TYPE, "expected a number, got " + Values.describe(number));
    }
    return number;
  }

  private static @Nullable Object entry(@Nullable Object item, String key) {
    if (!(item instanceof Map<?, ?> dict)) {
      throw new NodeException(ErrorKind.TYPE, "expected a dict, got " + Values.describe(item));
    } else if (!dict.containsKey(key)) {
      throw new NodeException(ErrorKind.NOT_FOUND, "the item has no key " + Values.quote(key));
    }
    return dict.get(key);
  }

  /** Both limits belong to what is kept; NaN is within no limits, not even within none. */
  private boolean isWithin(Object number) {
    boolean isNaN = number instanceof Double value && Double.isNaN(value);
    return !isNaN
        && (min == null || Numbers.compare(number, min) >= 0)
        && (max == null || Numbers.compare(number, max) <= 0);
  }

  /** The parameters. */
  public record Params(
      @Param(doc = "The smallest number to keep; no lower limit if absent.", atMost = "max_value")
          Optional<Number> minValue,
      @Param(doc = "The largest number to keep; no upper limit if absent.")
          Optional<Number> maxValue,
      @Param(doc = "The dict key whose number is tested; the item itself if absent.")
          Optional<String> key) {}
}
