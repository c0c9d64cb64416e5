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
   * Lets the keys of a dict pass if Python can tell all of them apart.
   *
   * @throws ValueException if two are one key in Python, or one cannot be a key
   */
  public static void checkKeys(Collection<? extends @Nullable Object> keys) {
    DistinctKeys seen = null;
    for (Object key : keys) {
      if (!(key instanceof String)) { // no str is equal to anything else
        seen = seen == null ? new DistinctKeys() : seen;
        try {
          seen.add(key);
        } catch (ValueException e) {
          throw e.atKey(key);
        }
      }
    }
  }

  /**
   * Lets the items of a set pass if Python can tell all of them apart.
   *
   * @throws ValueException if two are one item in Python, or one cannot be an item
   */
  public static void checkItems(Collection<? extends @Nullable Object> items) {
    DistinctKeys seen = new DistinctKeys();
    int index = 0;
    for (Object item : items) {
      try {
        seen.add(item);
      } catch (ValueException e) {
        throw e.atItem(index);
      }
      index++;
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
