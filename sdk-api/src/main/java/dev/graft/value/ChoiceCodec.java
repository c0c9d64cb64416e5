package dev.graft.value;

import dev.graft.descriptor.ValueType;
import dev.graft.node.ErrorKind;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One of a few texts, as an enum constant. */
record ChoiceCodec<E extends Enum<E>>(
    ValueType.EnumOf type, Function<String, E> toConstant, Function<E, String> toText)
    implements Codec<E> {
  @Override
  public E decode(@Nullable Object value) {
    if (!(value instanceof String text)) {
      throw ValueException.expected(type.text(), value);
    }
    if (!type.choices().contains(text)) {
      throw ValueException.of(
          ErrorKind.INVALID, "expected " + type.text() + ", got " + Values.describe(value));
    }
    return toConstant.apply(text);
  }

  @Override
  public Object encode(E value) {
    return toText.apply(value);
  }
}
