package dev.graft.value;

import dev.graft.descriptor.ValueType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A type or none. */
record OptionalCodec<T>(Codec<T> inner, ValueType type) implements Codec<Optional<T>> {
  OptionalCodec(Codec<T> inner) {
    this(inner, new ValueType.OptionalOf(inner.type()));
  }

  @Override
  public Optional<T> decode(@Nullable Object value) {
    return value == null ? Optional.empty() : Optional.of(inner.decode(value));
  }

  @Override
  public @Nullable Object encode(Optional<T> value) {
    return value.isPresent() ? inner.encode(value.get()) : null;
  }
}
