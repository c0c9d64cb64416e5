package dev.graft.runtime.java;

import dev.graft.runtime.backend.Item;
import dev.graft.value.Tuple;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The session key of an item: the one that the pipeline put on it, else {@code session_id} of a
 * dict, or of the dict that ends a tuple of two or more; else none.
 */
public final class SessionKeys {
  private SessionKeys() {}

  /** The key of an item; null if it has none. */
  public static @Nullable Object of(Item item) {
    if (item.key() != null) {
      return item.key();
    }
    return of(item.value());
  }

  /** The key that is in a value; null if there is none. */
  static @Nullable Object of(@Nullable Object value) {
    return switch (value) {
      case Map<?, ?> dict -> dict.get("session_id");
      case Tuple tuple
          when tuple.size() >= 2 && tuple.get(tuple.size() - 1) instanceof Map<?, ?> dict ->
          dict.get("session_id");
      case null, default -> null;
    };
  }
}
