package dev.graft.python.graalpy;

import dev.graft.value.Bytes;
import dev.graft.value.Tuple;
import dev.graft.value.Values;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/** Reads one flat value. The tag says what is read: the guest's own type is never asked. */
final class FlatReader {
  private static final int HEX = 16;

  private final Value[] flat;
  private int position;

  private FlatReader(Value[] flat) {
    this.flat = flat;
  }

  /** The value that the arguments of a call are. */
  static @Nullable Object read(Value[] flat) {
    return new FlatReader(flat).next();
  }

  private @Nullable Object next() {
    int tag = flat[position++].asInt();
    return switch (tag) {
      case Tag.NONE -> null;
      case Tag.TRUE -> true;
      case Tag.FALSE -> false;
      case Tag.INT -> flat[position++].asLong();
      case Tag.BIG_INT -> Values.normalize(new BigInteger(flat[position++].asString(), HEX));
      case Tag.FLOAT -> flat[position++].asDouble();
      case Tag.STR -> flat[position++].asString();
      case Tag.BYTES -> bytes(flat[position++]);
      case Tag.LIST -> items();
      case Tag.TUPLE -> Tuple.copyOf(items());
      case Tag.DICT -> entries();
      default -> throw new IllegalStateException("unknown tag " + tag);
    };
  }

  private static Bytes bytes(Value value) {
    byte[] content = new byte[Math.toIntExact(value.getBufferSize())];
    value.readBuffer(0, content, 0, content.length);
    return Bytes.copyOf(content);
  }

  private List<@Nullable Object> items() {
    int count = flat[position++].asInt();
    List<@Nullable Object> items = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      items.add(next());
    }
    return items;
  }

  private Map<@Nullable Object, @Nullable Object> entries() {
    int count = flat[position++].asInt();
    Map<@Nullable Object, @Nullable Object> entries = LinkedHashMap.newLinkedHashMap(count);
    for (int i = 0; i < count; i++) {
      Object key = next();
      entries.put(key, next());
    }
    return entries;
  }
}
