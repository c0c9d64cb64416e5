package dev.graft.value;

import dev.graft.descriptor.ValueType;
import org.jspecify.annotations.Nullable;

/** Any portable value. */
final class AnyCodec implements Codec<@Nullable Object> {
  @Override
  public ValueType type() {
    return ValueType.Scalar.ANY;
  }

  @Override
  public @Nullable Object decode(@Nullable Object value) {
    return value;
  }

  @Override
  public @Nullable Object encode(@Nullable Object value) {
    return Portable.check(value);
  }
}
