package dev.graft.compat.compare;

import dev.graft.compat.subject.ValueText;
import dev.graft.value.FrozenSet;
import dev.graft.value.Tuple;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Texts of values by which keys and items of sets are found: the order of a set is no part. */
final class KeyText {
  private KeyText() {}

  static String of(@Nullable Object key) {
    return switch (key) {
      case Tuple tuple -> "(" + joined(tuple.items(), false) + ")";
      case FrozenSet set -> "{" + joined(set.items(), true) + "}";
      case null, default -> ValueText.of(key);
    };
  }

  private static String joined(Collection<? extends @Nullable Object> items, boolean sorted) {
    List<String> texts = items.stream().map(KeyText::of).toList();
    return (sorted ? texts.stream().sorted() : texts.stream()).collect(Collectors.joining(","));
  }

  /** All of them by their texts. */
  static Map<String, @Nullable Object> byText(Collection<? extends @Nullable Object> keys) {
    Map<String, @Nullable Object> byText = new LinkedHashMap<>();
    for (Object key : keys) {
      byText.put(of(key), key);
    }
    return byText;
  }

  /** Whether somebody might take one for the other: {@code 1}, {@code 1.0} and {@code "1"}. */
  static boolean looksLike(@Nullable Object a, @Nullable Object b) {
    return bare(a).equals(bare(b));
  }

  private static String bare(@Nullable Object key) {
    return key instanceof Double number && number == Math.rint(number)
        ? String.valueOf(number.longValue())
        : String.valueOf(key);
  }
}
