package dev.graft.value;

import dev.graft.descriptor.ValueType;
import dev.graft.node.ErrorKind;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** An int that fits 64 bits. */
final class LongCodec implements Codec<Long> {
  @Override
  public ValueType type() {
    return ValueType.Scalar.INT;
  }

  @Override
  public Long decode(@Nullable Object value) {
    if (value instanceof Long number) {
      return number;
    } else if (value instanceof BigInteger) {
      throw ValueException.of(ErrorKind.RANGE, "the int does not fit 64 bits");
    }
    throw ValueException.expected(type().text(), value);
  }

  @Override
  public Object encode(Long value) {
    return value;
  }
}
