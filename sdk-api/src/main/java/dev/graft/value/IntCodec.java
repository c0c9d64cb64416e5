package dev.graft.value;

import dev.graft.descriptor.ValueType;
import dev.graft.node.ErrorKind;
import org.jspecify.annotations.Nullable;

/** An int that fits 32 bits. */
final class IntCodec implements Codec<Integer> {
  @Override
  public ValueType type() {
    return ValueType.Scalar.INT;
  }

  @Override
  public Integer decode(@Nullable Object value) {
    long number = Codecs.int64().decode(value);
    if (number != (int) number) {
      throw ValueException.of(ErrorKind.RANGE, "the int does not fit 32 bits");
    }
    return (int) number;
  }

  @Override
  public Object encode(Integer value) {
    return value.longValue();
  }
}
