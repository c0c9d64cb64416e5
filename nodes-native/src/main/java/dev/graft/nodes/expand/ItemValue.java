package dev.graft.nodes.expand;

import dev.graft.node.ErrorKind;
import dev.graft.node.NodeException;
import dev.graft.value.Decode;
import dev.graft.value.Numbers;
import dev.graft.value.Values;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the number in an item: the item itself, or what a dict has under {@code value}. */
final class ItemValue {
  private static final String KEY = "value";

  private ItemValue() {}

  /** The value as a number, a bool as an int; anything else is refused with kind TYPE. */
  static Number number(@Nullable Object value) {
    if (!Numbers.isNumber(value)) {
      throw new NodeException(ErrorKind.TYPE, "expected a number, got " + Values.describe(value));
    }
    return Decode.number(value);
  }

  /** The number under the key, without which the dict is refused with kind NOT_FOUND. */
  static Number in(Map<?, ?> dict) {
    if (!dict.containsKey(KEY)) {
      throw new NodeException(ErrorKind.NOT_FOUND, "the item has no key \"" + KEY + '"');
    }
    return number(dict.get(KEY));
  }

  /** What a dict has under the key, or the item itself. */
  static @Nullable Object of(@Nullable Object item) {
    return item instanceof Map<?, ?> dict ? dict.get(KEY) : item;
  }
}
