package dev.graft.compat.report;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes JSON objects of names and values. */
final class ReportTree {
  private ReportTree() {}

  static Map<String, @Nullable Object> object(@Nullable Object... namesAndValues) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      tree.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
    }
    return tree;
  }
}
