package dev.graft.nodes.expand;

import dev.graft.node.ErrorKind;
import dev.graft.node.NodeException;
import dev.graft.py.PyValue;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the number in an item: the item itself, or what a dict has under {@code value}. */
final class ItemValue {
  private static final String KEY = "value";

  private ItemValue() {}

  /** The number under the key, without which the dict is refused with kind NOT_FOUND. */
  static Number in(Map<?, ?> dict) {
    if (!dict.containsKey(KEY)) {
      throw new NodeException(ErrorKind.NOT_FOUND, "the item has no key \"" + KEY + '"');
    }
    return PyValue.number(dict.get(KEY));
  }

  /** What a dict has under the key, or the item itself. */
  static @Nullable Object of(@Nullable Object item) {
    return item instanceof Map<?, ?> dict ? dict.get(KEY) : item;
  }
}
