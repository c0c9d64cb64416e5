package dev.graft.compat.compare;

import dev.graft.value.Values;
import org.jspecify.annotations.Nullable;

/** Paths into values, as they are shown and as signatures are made of them. */
final class ValuePath {
  private ValuePath() {}

  static String item(String path, int index) {
    return path + "[" + index + "]";
  }

  /** The path of an element of an array, by its number row by row. */
  static String element(String path, int[] shape, int number) {
    StringBuilder index = new StringBuilder();
    int rest = number;
    for (int axis = shape.length - 1; axis >= 0; axis--) {
      index.insert(0, (axis == 0 ? "" : ",") + rest % shape[axis]);
      rest /= shape[axis];
    }
    return shape.length == 0 ? path : path + "[" + index + "]";
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
