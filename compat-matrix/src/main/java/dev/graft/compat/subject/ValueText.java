package dev.graft.compat.subject;

import dev.graft.runtime.json.TypedJson;
import dev.graft.value.Tuple;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The typed JSON of values, what is not portable included. */
public final class ValueText {
  private ValueText() {}

  /** The text, in one line. */
  public static String of(@Nullable Object value) {
    return TypedJson.write(portable(value));
  }

  private static @Nullable Object portable(@Nullable Object value) {
    return switch (value) {
      case Opaque opaque -> Map.of("$opaque", opaque.type());
      case Tuple tuple -> Tuple.copyOf(tuple.items().stream().map(ValueText::portable).toList());
      case List<?> list -> list.stream().map(ValueText::portable).toList();
      case Map<?, ?> map -> {
        Map<@Nullable Object, @Nullable Object> copy = new LinkedHashMap<>();
        map.forEach((key, each) -> copy.put(portable(key), portable(each)));
        yield copy;
      }
      case null -> null;
      default -> value;
    };
  }
}
