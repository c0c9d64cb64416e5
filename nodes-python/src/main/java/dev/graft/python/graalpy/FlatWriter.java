package dev.graft.python.graalpy;

import dev.graft.node.ErrorKind;
import dev.graft.value.Bytes;
import dev.graft.value.Portable;
import dev.graft.value.Tuple;
import dev.graft.value.ValueException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gathers the arguments of one call: plain ones as they are, values flat. */
final class FlatWriter {
  private static final int HEX = 16;

  private final List<Object> flat = new ArrayList<>();

  /** A plain argument: a number, a truth value, a host function. */
  FlatWriter plain(Object argument) {
    flat.add(argument);
    return this;
  }

  /**
   * A value.
   *
   * @throws ValueException if it is not portable
   */
  FlatWriter value(@Nullable Object value) {
    write(value, 0);
    return this;
  }

  Object[] arguments() {
    return flat.toArray();
  }

  private void write(@Nullable Object value, int depth) {
    if (depth > Portable.MAX_DEPTH) {
      throw ValueException.of(
          ErrorKind.RANGE, "nested deeper than " + Portable.MAX_DEPTH + " levels");
    }
    switch (value) {
      case null -> flat.add(Tag.NONE);
      case Boolean bool -> flat.add(bool ? Tag.TRUE : Tag.FALSE);
      case Long number -> put(Tag.INT, number);
      case Double number -> put(Tag.FLOAT, number);
      case String text -> put(Tag.STR, text);
      // A text with one char per byte crosses as a whole; an array would be a foreign list.
      case Bytes bytes ->
          put(Tag.BYTES, new String(bytes.toByteArray(), StandardCharsets.ISO_8859_1));
      case BigInteger number when number.bitLength() < Long.SIZE ->
          put(Tag.INT, number.longValueExact());
      case BigInteger number -> put(Tag.BIG_INT, number.toString(HEX));
      case Tuple tuple -> items(Tag.TUPLE, tuple.items(), depth);
      case List<?> list -> items(Tag.LIST, list, depth);
      case Map<?, ?> map -> entries(map, depth);
      default -> throw ValueException.expected("a portable value", value);
    }
  }

  private void put(int tag, Object value) {
    flat.add(tag);
    flat.add(value);
  }

  private void items(int tag, List<?> items, int depth) {
    put(tag, items.size());
    int index = 0;
    for (Object item : items) {
      try {
        write(item, depth + 1);
      } catch (ValueException e) {
        throw e.atItem(index);
      }
      index++;
    }
  }

  private void entries(Map<?, ?> map, int depth) {
    put(Tag.DICT, map.size());
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      try {
        write(entry.getKey(), depth + 1);
        write(entry.getValue(), depth + 1);
      } catch (ValueException e) {
        throw e.atKey(entry.getKey());
      }
    }
  }
}
