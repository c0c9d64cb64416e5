package dev.graft.compat.compare;

import dev.graft.value.Values;
import org.jspecify.annotations.Nullable;

/** Paths into values, as they are shown and as signatures are made of them. */
final class ValuePath {
  private ValuePath() {}

  static String item(String path, int index) {
    return path + "[" + index + "]";
  }

  static String key(String path, @Nullable Object key) {
    return key instanceof String name && isPlain(name)
        ? path + "." + name
        : path + "[" + Values.quote(key) + "]";
  }

  private static boolean isPlain(String name) {
    return !name.isEmpty()
        && name.chars().allMatch(c -> c == '_' || c == '-' || Character.isLetterOrDigit(c));
  }
}
