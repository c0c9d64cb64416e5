package dev.graft.py;

import dev.graft.node.ErrorKind;
import dev.graft.node.NodeException;
import dev.graft.value.Values;
import java.util.AbstractMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Python's operations on a dict. Keys are found as Python finds them: 1 is 1.0 and True. */
public final class PyDict {
  private PyDict() {}

  /** {@code {key: value, …}} with keys that are str: a new dict in that order. */
  public static Map<String, @Nullable Object> of(@Nullable Object... keysAndValues) {
    Map<String, @Nullable Object> dict = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      dict.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return dict;
  }

  /**
   * {@code {**dict, **other}} with keys that are str: a new dict, in which the last value counts.
   */
  public static Map<String, @Nullable Object> ofFields(
      List<? extends Map<String, ? extends @Nullable Object>> dicts) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    dicts.forEach(all::putAll);
    return all;
  }

  /** The same with any keys: of two that are equal the first one stays, and keeps its place. */
  public static Map<@Nullable Object, @Nullable Object> ofEntries(List<? extends Map<?, ?>> dicts) {
    Map<@Nullable Object, @Nullable Object> all = new LinkedHashMap<>();
    for (Map<?, ?> dict : dicts) {
      dict.forEach((key, value) -> put(all, key, value));
    }
    return all;
  }

  /**
   * {@code dict[key]}.
   *
   * @throws NodeException NOT_FOUND if there is none
   */
  public static <V extends @Nullable Object> V item(Map<?, V> dict, @Nullable Object key) {
    Map.Entry<?, V> entry = find(dict, key);
    if (entry == null) {
      throw new NodeException(ErrorKind.NOT_FOUND, "there is no key " + Values.quote(key));
    }
    return entry.getValue();
  }

  /** {@code dict.get(key, otherwise)}. */
  public static @Nullable Object get(
      Map<?, ?> dict, @Nullable Object key, @Nullable Object otherwise) {
    Map.Entry<?, ?> entry = find(dict, key);
    return entry == null ? otherwise : entry.getValue();
  }

  /** {@code key in dict}. */
  public static boolean contains(Map<?, ?> dict, @Nullable Object key) {
    return find(dict, key) != null;
  }

  /** {@code dict[key] = value}: an equal key that is there stays, and keeps its place. */
  public static void put(
      Map<@Nullable Object, @Nullable Object> dict, @Nullable Object key, @Nullable Object value) {
    Map.Entry<?, @Nullable Object> entry = PyDict.<@Nullable Object>find(dict, key);
    dict.put(entry == null ? key : entry.getKey(), value);
  }

  /**
   * {@code del dict[key]}.
   *
   * @throws NodeException NOT_FOUND if there is none
   */
  public static void delete(Map<?, ?> dict, @Nullable Object key) {
    Map.Entry<?, ?> entry = find(dict, key);
    if (entry == null) {
      throw new NodeException(ErrorKind.NOT_FOUND, "there is no key " + Values.quote(key));
    }
    dict.remove(entry.getKey());
  }

  private static <V extends @Nullable Object> Map.@Nullable Entry<?, V> find(
      Map<?, V> dict, @Nullable Object key) {
    checkKey(key);
    if (key instanceof String && dict.containsKey(key)) {
      return new AbstractMap.SimpleImmutableEntry<>(key, dict.get(key));
    } else if (key instanceof String) {
      return null;
    }
    for (Map.Entry<?, V> entry : dict.entrySet()) {
      if (Equality.isSame(entry.getKey(), key)) {
        return entry;
      }
    }
    return null;
  }

  /** Refuses what cannot be a key. */
  static void checkKey(@Nullable Object key) {
    if (key instanceof List<?> || key instanceof Map<?, ?> || key instanceof Set<?>) {
      throw new NodeException(ErrorKind.TYPE, Values.describe(key) + " cannot be a key");
    }
  }
}
