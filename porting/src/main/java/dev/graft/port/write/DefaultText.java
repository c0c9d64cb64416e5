package dev.graft.port.write;

import dev.graft.descriptor.ValueType;
import dev.graft.runtime.json.TypedJson;
import dev.graft.value.FloatText;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Values as {@code @Param} has them: plain JSON, in which {@code 2.0} is a float. */
final class DefaultText {
  private DefaultText() {}

  /** The text of a value; that of a type of texts stands without quotes. */
  static String of(@Nullable Object value, ValueType type) {
    boolean isText =
        type == ValueType.Scalar.STR
            || type instanceof ValueType.EnumOf
            || (type instanceof ValueType.OptionalOf optional
                && optional.type() == ValueType.Scalar.STR);
    return isText && value instanceof String text ? text : json(value);
  }

  private static String json(@Nullable Object value) {
    return switch (value) {
      case Double number when Double.isFinite(number) -> FloatText.of(number);
      case List<?> list ->
          list.stream().map(DefaultText::json).collect(Collectors.joining(", ", "[", "]"));
      case Map<?, ?> dict ->
          dict.entrySet().stream()
              .map(entry -> json(entry.getKey()) + ": " + json(entry.getValue()))
              .collect(Collectors.joining(", ", "{", "}"));
      case null, default -> TypedJson.write(value);
    };
  }
}
