package dev.graft.python.graalpy;

import dev.graft.python.wire.Code;
import dev.graft.python.wire.Parts;
import dev.graft.value.Bytes;
import dev.graft.value.Tuple;
import dev.graft.value.ValueException;
import dev.graft.value.Values;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.jspecify.annotations.Nullable;

/** Reads one flat value. The tag says what is read: the guest's own type is never asked. */
final class FlatReader {
  private static final int HEX = 16;

  private final Value[] flat;
  private final Exchange exchange;
  private int position;

  private FlatReader(Value[] flat, Exchange exchange) {
    this.flat = flat;
    this.exchange = exchange;
  }

  /**
   * The value that the arguments of a call are.
   *
   * @throws ValueException for a str that Java cannot hold
   */
  static @Nullable Object read(Value[] flat, Exchange exchange) {
    return new FlatReader(flat, exchange).next();
  }

  /**
   * A host function that hands on the value that its arguments are, possibly the bare fields of a
   * record. It returns what {@code taker} does; none if the value is one that Java cannot hold.
   */
  static ProxyExecutable hand(Exchange exchange, Optional<Shape> shape, Taker taker) {
    return flat -> {
      @Nullable Object value;
      try {
        value =
            shape.isPresent() && flat[0].asInt() == Shape.TAG
                ? shape.get().read(flat)
                : read(flat, exchange);
      } catch (ValueException e) {
        return null;
      }
      return taker.take(value);
    };
  }

  /** Takes a value that was read; says whether more is wanted. */
  @FunctionalInterface
  interface Taker {
    boolean take(@Nullable Object value);
  }

  /**
   * What a function returned: an int or a str, or nothing.
   *
   * @throws ValueException for a str that Java cannot hold
   */
  static @Nullable Object returned(Value value) {
    if (value.isNull()) {
      return null;
    }
    return value.isString() ? Text.of(value) : integer(value);
  }

  private @Nullable Object next() {
    int tag = flat[position++].asInt();
    return switch (tag) {
      case Tag.NONE -> null;
      case Tag.TRUE -> true;
      case Tag.FALSE -> false;
      case Tag.INT -> integer(flat[position++]);
      case Tag.FLOAT -> flat[position++].asDouble();
      case Tag.STR -> Text.of(flat[position++]);
      case Tag.BYTES -> bytes(flat[position++]);
      case Tag.LIST -> items(count());
      case Tag.TUPLE -> Tuple.copyOf(items(count()));
      case Tag.DICT -> entries(count());
      case Tag.INTS -> ints(count());
      case Tag.FLOATS -> floats(count());
      case Tag.STRS -> strs(count());
      case Tag.DICT_OF_STRS -> namedEntries(count());
      case Tag.PARTS -> {
        int code = count();
        yield made(code, items(count()));
      }
      default -> throw new IllegalStateException("unknown tag " + tag);
    };
  }

  /** References lead to the exchange; all else is the same on every way. */
  private Object made(int code, List<@Nullable Object> parts) {
    return switch (code) {
      case Code.SHARED_BYTES -> Bytes.copyFrom(taken(parts));
      case Code.SHARED_ARRAY ->
          Parts.array(
              String.valueOf(parts.get(2)),
              (List<?>) Objects.requireNonNull(parts.get(3)),
              taken(parts),
              Boolean.TRUE.equals(parts.get(5)));
      default -> Parts.join(code, parts);
    };
  }

  private ByteBuffer taken(List<@Nullable Object> reference) {
    return exchange.take((Long) Objects.requireNonNull(reference.getFirst()));
  }

  private int count() {
    return flat[position++].asInt();
  }

  static Number integer(Value value) {
    if (value.fitsInLong()) {
      return value.asLong();
    }
    // As a number it would pass through decimal digits, of which Python writes 4300 at most.
    String hex = value.invokeMember("__format__", "x").asString();
    return Values.normalize(new BigInteger(hex, HEX));
  }

  private static Bytes bytes(Value value) {
    byte[] content = new byte[Math.toIntExact(value.getBufferSize())];
    value.readBuffer(0, content, 0, content.length);
    return Bytes.copyOf(content);
  }

  private List<@Nullable Object> items(int count) {
    List<@Nullable Object> items = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      items.add(next());
    }
    return items;
  }

  private List<@Nullable Object> ints(int count) {
    @Nullable Object[] items = new Object[count];
    for (int i = 0; i < count; i++) {
      items[i] = integer(flat[position++]);
    }
    return Arrays.asList(items);
  }

  private List<@Nullable Object> floats(int count) {
    @Nullable Object[] items = new Object[count];
    for (int i = 0; i < count; i++) {
      items[i] = flat[position++].asDouble();
    }
    return Arrays.asList(items);
  }

  private List<@Nullable Object> strs(int count) {
    @Nullable Object[] items = new Object[count];
    for (int i = 0; i < count; i++) {
      items[i] = Text.of(flat[position++]);
    }
    return Arrays.asList(items);
  }

  private Map<@Nullable Object, @Nullable Object> entries(int count) {
    Map<@Nullable Object, @Nullable Object> entries = LinkedHashMap.newLinkedHashMap(count);
    for (int i = 0; i < count; i++) {
      Object key = next();
      entries.put(key, next());
    }
    return entries;
  }

  private Map<@Nullable Object, @Nullable Object> namedEntries(int count) {
    Map<@Nullable Object, @Nullable Object> entries = LinkedHashMap.newLinkedHashMap(count);
    for (int i = 0; i < count; i++) {
      String key = Text.of(flat[position++]);
      entries.put(key, next());
    }
    return entries;
  }
}
