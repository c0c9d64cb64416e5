package dev.graft.value;

import dev.graft.descriptor.ValueType;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A type whose portable form is its Java form. */
record ScalarCodec<T>(ValueType type, Function<Object, @Nullable T> cast) implements Codec<T> {
  @Override
  public T decode(@Nullable Object value) {
    T result = value == null ? null : cast.apply(value);
    if (result == null) {
      throw ValueException.expected(type.text(), value);
    }
    return result;
  }

  @Override
  public Object encode(T value) {
    return value;
  }
}
