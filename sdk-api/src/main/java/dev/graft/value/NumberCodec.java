package dev.graft.value;

import dev.graft.descriptor.ValueType;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** A bool, int or float; a bool as the int that arithmetic takes it for. */
final class NumberCodec implements Codec<Number> {
  @Override
  public ValueType type() {
    return ValueType.Scalar.NUMBER;
  }

  @Override
  public Number decode(@Nullable Object value) {
    if (value instanceof Long || value instanceof Double || value instanceof BigInteger) {
      return (Number) value;
    } else if (value instanceof Boolean bool) {
      return bool ? 1L : 0L;
    }
    throw ValueException.expected(type().text(), value);
  }

  @Override
  public Object encode(Number value) {
    if (value instanceof Long || value instanceof Double) {
      return value;
    } else if (value instanceof BigInteger big) {
      return Values.normalize(big);
    }
    Object checked = Portable.check(value);
    if (checked == null) {
      throw ValueException.expected(type().text(), value);
    }
    return checked;
  }
}
