package dev.graft.value;

import dev.graft.descriptor.ValueType;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A dict with keys of one type and values of one type, its order kept. */
record DictCodec<K extends @Nullable Object, V extends @Nullable Object>(
    Codec<K> key, Codec<V> value, ValueType type) implements Codec<Map<K, V>> {
  DictCodec(Codec<K> key, Codec<V> value) {
    this(key, value, new ValueType.DictOf(key.type(), value.type()));
  }

  @Override
  public Map<K, V> decode(@Nullable Object dict) {
    if (!(dict instanceof Map<?, ?> map)) {
      throw ValueException.expected(type.text(), dict);
    }
    Map<K, V> result = new LinkedHashMap<>();
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      try {
        result.put(key.decode(entry.getKey()), value.decode(entry.getValue()));
      } catch (ValueException e) {
        throw e.atKey(entry.getKey());
      }
    }
    return result;
  }

  @Override
  public @Nullable Object encode(Map<K, V> dict) {
    Map<@Nullable Object, @Nullable Object> result = new LinkedHashMap<>();
    for (Map.Entry<K, V> entry : dict.entrySet()) {
      try {
        result.put(key.encode(entry.getKey()), value.encode(entry.getValue()));
      } catch (ValueException e) {
        throw e.atKey(entry.getKey());
      }
    }
    return Portable.check(result);
  }
}
