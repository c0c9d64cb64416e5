package dev.graft.bench;

import dev.graft.value.Values;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Compares outputs with those that must come: equal in type and value, bits of floats and order of
 * dict keys included.
 */
final class OutputCheck {
  private OutputCheck() {}

  /**
   * Lets exact outputs pass.
   *
   * @throws WrongOutputException at the first difference
   */
  static void check(List<? extends @Nullable Object> expected, @Nullable Object actual) {
    compare("outputs", expected, actual);
  }

  private static void compare(String path, @Nullable Object expected, @Nullable Object actual) {
    if (expected instanceof List<?> wanted && actual instanceof List<?> got) {
      compareSizes(path, wanted.size(), got.size());
      for (int i = 0; i < wanted.size(); i++) {
        compare(path + "[" + i + "]", wanted.get(i), got.get(i));
      }
    } else if (expected instanceof Map<?, ?> wanted && actual instanceof Map<?, ?> got) {
      compareSizes(path, wanted.size(), got.size());
      Iterator<? extends Map.Entry<?, ?>> others = got.entrySet().iterator();
      for (Map.Entry<?, ?> entry : wanted.entrySet()) {
        Map.Entry<?, ?> other = others.next();
        compare(path + " key", entry.getKey(), other.getKey());
        compare(path + "." + entry.getKey(), entry.getValue(), other.getValue());
      }
    } else if (expected == null
        ? actual != null
        : actual == null || expected.getClass() != actual.getClass() || !expected.equals(actual)) {
      throw new WrongOutputException(path, Values.describe(expected), Values.describe(actual));
    }
  }

  private static void compareSizes(String path, int expected, int actual) {
    if (expected != actual) {
      throw new WrongOutputException(path, "size " + expected, "size " + actual);
    }
  }
}
