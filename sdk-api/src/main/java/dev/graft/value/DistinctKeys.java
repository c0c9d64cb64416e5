package dev.graft.value;

import dev.graft.node.ErrorKind;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sees to it that no two keys of a dict, or items of a set, are one key in Python. */
public final class DistinctKeys {
  private final Map<PythonKey, @Nullable Object> keys = new HashMap<>();

  /** Begins with no keys. */
  public DistinctKeys() {}

  /**
   * Lets keys of a dict, or items of a set, pass if Python can tell all of them apart.
   *
   * @throws ValueException if two are one key in Python, or one cannot be a key
   */
  public static void check(Collection<? extends @Nullable Object> values) {
    DistinctKeys keys = null;
    for (Object value : values) {
      if (!(value instanceof String)) {
        // Among strs alone there is nothing to find; with others they never collide.
        keys = keys == null ? new DistinctKeys() : keys;
        try {
          keys.add(value);
        } catch (ValueException e) {
          throw e.atKey(value);
        }
      }
    }
  }

  /**
   * Takes one more portable value as a key.
   *
   * @throws ValueException if it cannot be a key, or if Python takes it for one that is there
   */
  public void add(@Nullable Object value) {
    PythonKey key = PythonKey.of(value);
    if (keys.containsKey(key)) {
      throw ValueException.of(
          ErrorKind.INVALID,
          "%s and %s are one key in Python, as are 1, 1.0 and True: keep one of them"
              .formatted(Values.describe(keys.get(key)), Values.describe(value)));
    }
    keys.put(key, value);
  }

  /** Whether Python takes a portable value for a key that is there, or for none at all. */
  public boolean refuses(@Nullable Object value) {
    try {
      return keys.containsKey(PythonKey.of(value));
    } catch (ValueException e) {
      return true;
    }
  }
}
