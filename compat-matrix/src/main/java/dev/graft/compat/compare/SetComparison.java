package dev.graft.compat.compare;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares two sets: their items by type and value, their order not at all. */
final class SetComparison {
  private SetComparison() {}

  static void compare(ValueComparator comparator, String path, Set<?> expected, Set<?> actual) {
    Map<String, @Nullable Object> wanted = KeyText.byText(expected);
    Map<String, @Nullable Object> found = KeyText.byText(actual);
    wanted.forEach(
        (text, item) -> {
          if (!found.containsKey(text)) {
            missing(comparator, path, item, wanted, found);
          }
        });
    found.forEach(
        (text, item) -> {
          if (!wanted.containsKey(text) && !hasTwin(item, wanted, found)) {
            comparator.add(
                path,
                null,
                item,
                "set/extra-item",
                Grade.DIFFERENT,
                "the item should not be there");
          }
        });
  }

  private static void missing(
      ValueComparator comparator,
      String path,
      @Nullable Object item,
      Map<String, @Nullable Object> wanted,
      Map<String, @Nullable Object> found) {
    for (Map.Entry<String, @Nullable Object> other : found.entrySet()) {
      if (!wanted.containsKey(other.getKey()) && KeyText.looksLike(item, other.getValue())) {
        comparator.add(
            path,
            item,
            other.getValue(),
            "set/item-type",
            Grade.DIFFERENT,
            "the item has another type");
        return;
      }
    }
    comparator.add(path, item, null, "set/missing-item", Grade.DIFFERENT, "the item is missing");
  }

  /** Whether the item has been told already, as one that changed its type. */
  private static boolean hasTwin(
      @Nullable Object item,
      Map<String, @Nullable Object> wanted,
      Map<String, @Nullable Object> found) {
    return wanted.entrySet().stream()
        .anyMatch(
            other ->
                !found.containsKey(other.getKey()) && KeyText.looksLike(other.getValue(), item));
  }
}
