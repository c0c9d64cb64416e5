package dev.graft.python.graalpy;

import dev.graft.python.wire.Code;
import dev.graft.python.wire.Extent;
import dev.graft.python.wire.Parts;
import dev.graft.value.Bytes;
import dev.graft.value.DistinctKeys;
import dev.graft.value.NdArray;
import dev.graft.value.Tuple;
import dev.graft.value.ValueException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gathers the arguments of one call: plain ones as they are, values flat. */
final class FlatWriter {
  private static final int HEX = 16;

  /** What an item without a key takes that is a number or a text: the commonest by far. */
  private static final int COMMON_SIZE = 7;

  private final Exchange exchange;
  private Object[] flat = new Object[COMMON_SIZE];
  private int size;
  private Extent extent = new Extent();

  /** Nothing so far; long bytes wait in the exchange of the context that is called. */
  FlatWriter(Exchange exchange) {
    this.exchange = exchange;
  }

  /** A plain argument: a number, a truth value, a host function. */
  FlatWriter plain(Object argument) {
    add(argument);
    return this;
  }

  /**
   * A value.
   *
   * @throws ValueException if it is not portable
   */
  FlatWriter value(@Nullable Object value) {
    extent = new Extent();
    write(value, 0);
    return this;
  }

  Object[] arguments() {
    return size == flat.length ? flat : Arrays.copyOf(flat, size);
  }

  private void add(Object element) {
    reserve(1);
    flat[size++] = element;
  }

  private void addAll(Collection<?> elements) {
    reserve(elements.size());
    for (Object element : elements) {
      flat[size++] = element;
    }
  }

  private void reserve(int more) {
    if (size + more > flat.length) {
      flat = Arrays.copyOf(flat, Math.max(size + more, size + (size >> 1)));
    }
  }

  private void write(@Nullable Object value, int depth) {
    switch (value) {
      case null -> add(Tag.NONE);
      case Boolean bool -> add(bool ? Tag.TRUE : Tag.FALSE);
      case Long number -> put(Tag.INT, number);
      case Double number -> put(Tag.FLOAT, number);
      case String text -> put(Tag.STR, text);
      case Bytes bytes when bytes.size() >= Exchange.FROM ->
          exchanged(ByteBuffer.wrap(bytes.toByteArray()));
      case NdArray array when (long) array.size() * array.type().size() >= Exchange.FROM ->
          parts(Parts.of(array, array.bytes()), depth);
      case ByteBuffer content -> exchanged(content); // of an array: no value of its own is one
      // A text with one char per byte crosses as a whole; an array would be a foreign list.
      case Bytes bytes ->
          put(Tag.BYTES, new String(bytes.toByteArray(), StandardCharsets.ISO_8859_1));
      case BigInteger number when number.bitLength() < Long.SIZE ->
          put(Tag.INT, number.longValueExact());
      case BigInteger number -> put(Tag.BIG_INT, number.toString(HEX));
      case Tuple tuple -> {
        put(Tag.TUPLE, extent.opened(tuple.size(), depth));
        items(tuple.items(), depth + 1);
      }
      case List<?> list -> list(list, depth);
      case Map<?, ?> map -> entries(map, depth);
      default -> parts(Parts.of(value), depth);
    }
  }

  private void exchanged(ByteBuffer content) {
    put(Tag.PARTS, Code.SHARED_BYTES);
    add(2);
    put(Tag.INT, exchange.put(content));
    put(Tag.INT, (long) content.remaining());
  }

  private void put(int tag, Object value) {
    add(tag);
    add(value);
  }

  private void list(List<?> list, int depth) {
    int run = runOf(list);
    put(run, extent.opened(list.size(), depth));
    if (run == Tag.LIST) {
      items(list, depth + 1);
    } else {
      addAll(list);
    }
  }

  /** The tag of a list that holds nothing but ints, floats or strs; else that of any list. */
  private static int runOf(List<?> list) {
    Class<?> first = list.isEmpty() || list.get(0) == null ? Void.class : list.get(0).getClass();
    int tag =
        first == Long.class
            ? Tag.INTS
            : first == Double.class ? Tag.FLOATS : first == String.class ? Tag.STRS : Tag.LIST;
    if (tag != Tag.LIST) {
      for (Object item : list) {
        if (item == null || item.getClass() != first) {
          return Tag.LIST;
        }
      }
    }
    return tag;
  }

  private void parts(Parts parts, int depth) {
    put(Tag.PARTS, parts.code());
    int levels = Code.levels(parts.code());
    add(levels == 0 ? parts.items().size() : extent.opened(parts.items().size(), depth));
    if (levels == 0) {
      parts.items().forEach(part -> write(part, depth));
    } else {
      DistinctKeys.checkItems(parts.items());
      items(parts.items(), depth + 1);
    }
  }

  private void items(Collection<?> items, int depth) {
    int index = 0;
    for (Object item : items) {
      try {
        write(item, depth);
      } catch (ValueException e) {
        throw e.atItem(index);
      }
      index++;
    }
  }

  private void entries(Map<?, ?> map, int depth) {
    boolean named = isNamed(map);
    put(named ? Tag.DICT_OF_STRS : Tag.DICT, extent.opened(map.size(), depth));
    if (!named) {
      DistinctKeys.checkKeys(map.keySet());
    }
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      try {
        if (named) {
          add(entry.getKey());
        } else {
          write(entry.getKey(), depth + 1);
        }
        write(entry.getValue(), depth + 1);
      } catch (ValueException e) {
        throw e.atKey(entry.getKey());
      }
    }
  }

  private static boolean isNamed(Map<?, ?> map) {
    for (Object key : map.keySet()) {
      if (!(key instanceof String)) {
        return false;
      }
    }
    return true;
  }
}
