package dev.graft.compat.subject;

import dev.graft.value.Bytes;
import dev.graft.value.Tuple;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Copies values so deeply that nobody can change the copy. */
public final class ValueCopy {
  private ValueCopy() {}

  /** A copy. What is not portable becomes {@link Opaque}. */
  public static @Nullable Object of(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case Boolean v -> v;
      case Long v -> v;
      case BigInteger v -> v;
      case Double v -> v;
      case String v -> v;
      case Bytes v -> v;
      case Opaque v -> v;
      case Tuple tuple -> Tuple.copyOf(items(tuple.items()));
      case List<?> list -> items(list);
      case Map<?, ?> map -> entries(map);
      default -> new Opaque(value.getClass().getName());
    };
  }

  private static List<@Nullable Object> items(List<? extends @Nullable Object> list) {
    List<@Nullable Object> copy = new ArrayList<>(list.size());
    for (Object item : list) {
      copy.add(of(item));
    }
    return copy;
  }

  private static Map<@Nullable Object, @Nullable Object> entries(Map<?, ?> map) {
    Map<@Nullable Object, @Nullable Object> copy = new LinkedHashMap<>();
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      copy.put(of(entry.getKey()), of(entry.getValue()));
    }
    return copy;
  }
}
