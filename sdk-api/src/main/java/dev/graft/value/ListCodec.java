package dev.graft.value;

import dev.graft.descriptor.ValueType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A list of one type. */
record ListCodec<T extends @Nullable Object>(Codec<T> item, ValueType type)
    implements Codec<List<T>> {
  ListCodec(Codec<T> item) {
    this(item, new ValueType.ListOf(item.type()));
  }

  @Override
  public List<T> decode(@Nullable Object value) {
    if (!(value instanceof List<?> list)) {
      throw ValueException.expected(type.text(), value);
    }
    List<T> result = new ArrayList<>(list.size());
    for (Object element : list) {
      try {
        result.add(item.decode(element));
      } catch (ValueException e) {
        throw e.atItem(result.size());
      }
    }
    return result;
  }

  @Override
  @SuppressWarnings("NullAway") // an element is whatever T allows
  public Object encode(List<T> value) {
    List<@Nullable Object> result = new ArrayList<>(value.size());
    for (T element : value) {
      try {
        result.add(item.encode(element));
      } catch (ValueException e) {
        throw e.atItem(result.size());
      }
    }
    return result;
  }
}
