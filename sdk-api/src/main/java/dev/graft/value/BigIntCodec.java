package dev.graft.value;

import dev.graft.descriptor.ValueType;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** An int of any size. */
final class BigIntCodec implements Codec<BigInteger> {
  @Override
  public ValueType type() {
    return ValueType.Scalar.INT;
  }

  @Override
  public BigInteger decode(@Nullable Object value) {
    if (value instanceof Long number) {
      return BigInteger.valueOf(number);
    } else if (value instanceof BigInteger big) {
      return big;
    }
    throw ValueException.expected(type().text(), value);
  }

  @Override
  public Object encode(BigInteger value) {
    return Values.normalize(value);
  }
}
