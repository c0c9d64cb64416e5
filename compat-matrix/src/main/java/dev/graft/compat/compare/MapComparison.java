package dev.graft.compat.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Compares two dicts. Keys are equal by type and value, as everything else; the order of entries is
 * noted, and only a note.
 */
final class MapComparison {
  private final ValueComparator comparator;
  private final String path;
  private final Map<?, ?> expected;
  private final Map<?, ?> actual;

  MapComparison(ValueComparator comparator, String path, Map<?, ?> expected, Map<?, ?> actual) {
    this.comparator = comparator;
    this.path = path;
    this.expected = expected;
    this.actual = actual;
  }

  void compare() {
    Map<String, @Nullable Object> wanted = KeyText.byText(expected.keySet());
    Map<String, @Nullable Object> found = KeyText.byText(actual.keySet());
    boolean sameKeys = wanted.keySet().equals(found.keySet());
    wanted.forEach(
        (text, key) -> {
          if (found.containsKey(text)) {
            comparator.inside(
                ValuePath.key(path, key), expected.get(key), actual.get(found.get(text)));
          } else {
            missing(key, found);
          }
        });
    found.forEach(
        (text, key) -> {
          if (!wanted.containsKey(text) && !isTwin(key, wanted)) {
            comparator.add(
                ValuePath.key(path, key),
                null,
                actual.get(key),
                "map/extra-key",
                Grade.DIFFERENT,
                "the key should not be there");
          }
        });
    List<String> order = new ArrayList<>(wanted.keySet());
    if (sameKeys && !order.equals(new ArrayList<>(found.keySet()))) {
      comparator.add(
          path, keys(expected), keys(actual), "map/order", Grade.EQUAL, "another order of keys");
    }
  }

  private void missing(@Nullable Object key, Map<String, @Nullable Object> found) {
    Optional<Object> twin =
        found.values().stream()
            .<Object>mapMulti(
                (other, out) -> {
                  if (other != null && KeyText.looksLike(key, other)) {
                    out.accept(other);
                  }
                })
            .findFirst();
    String at = ValuePath.key(path, key);
    if (twin.isPresent()) {
      comparator.add(
          at, key, twin.get(), "map/key-type", Grade.DIFFERENT, "the key has another type");
    } else {
      comparator.add(
          at, expected.get(key), null, "map/missing-key", Grade.DIFFERENT, "the key is missing");
    }
  }

  private static boolean isTwin(@Nullable Object key, Map<String, @Nullable Object> wanted) {
    return wanted.values().stream().anyMatch(other -> KeyText.looksLike(key, other));
  }

  private static List<@Nullable Object> keys(Map<?, ?> map) {
    return new ArrayList<>(map.keySet());
  }
}
