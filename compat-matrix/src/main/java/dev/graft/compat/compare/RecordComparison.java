package dev.graft.compat.compare;

import dev.graft.value.RecordValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compares two records: their class, then the fields that the expected one declares. */
final class RecordComparison {
  private RecordComparison() {}

  static void compare(
      ValueComparator comparator, String path, RecordValue expected, RecordValue actual) {
    if (!expected.type().equals(actual.type())) {
      comparator.add(
          path, expected, actual, "record/type", Grade.DIFFERENT, "objects of other classes");
      return;
    }
    Map<String, @Nullable Object> wanted = expected.fields();
    Map<String, @Nullable Object> found = actual.fields();
    wanted.forEach(
        (name, field) -> {
          String at = ValuePath.key(path, name);
          if (found.containsKey(name)) {
            comparator.inside(at, field, found.get(name));
          } else {
            comparator.add(
                at, field, null, "record/missing-field", Grade.DIFFERENT, "the field is missing");
          }
        });
    found.forEach(
        (name, field) -> {
          if (!wanted.containsKey(name)) {
            comparator.add(
                ValuePath.key(path, name),
                null,
                field,
                "record/extra-field",
                Grade.DIFFERENT,
                "the field should not be there");
          }
        });
    List<String> order = new ArrayList<>(wanted.keySet());
    if (wanted.keySet().equals(found.keySet()) && !order.equals(new ArrayList<>(found.keySet()))) {
      comparator.add(
          path, expected, actual, "record/order", Grade.EQUAL, "another order of fields");
    }
  }
}
