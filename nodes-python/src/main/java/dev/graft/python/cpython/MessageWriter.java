package dev.graft.python.cpython;

import dev.graft.node.ErrorKind;
import dev.graft.value.Bytes;
import dev.graft.value.Portable;
import dev.graft.value.Tuple;
import dev.graft.value.ValueException;
import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.msgpack.core.MessageBufferPacker;
import org.msgpack.core.MessagePack;
import org.msgpack.core.MessagePacker;

/** Writes portable values as MessagePack, each in its smallest form. */
final class MessageWriter {
  private MessageWriter() {}

  /** The bytes of one value. */
  static byte[] bytes(@Nullable Object value) {
    try (MessageBufferPacker packer = MessagePack.newDefaultBufferPacker()) {
      write(value, packer);
      return packer.toByteArray();
    } catch (IOException e) {
      throw new IllegalStateException("memory is always writable", e);
    }
  }

  /**
   * Writes one value.
   *
   * @throws ValueException if it is not portable
   */
  static void write(@Nullable Object value, MessagePacker out) throws IOException {
    write(value, out, 0);
  }

  private static void write(@Nullable Object value, MessagePacker out, int depth)
      throws IOException {
    if (depth > Portable.MAX_DEPTH) {
      throw ValueException.of(
          ErrorKind.RANGE, "nested deeper than " + Portable.MAX_DEPTH + " levels");
    }
    switch (value) {
      case null -> out.packNil();
      case Boolean bool -> out.packBoolean(bool);
      case Long number -> out.packLong(number);
      case Double number -> out.packDouble(number);
      case String text -> text(text, out);
      case Bytes bytes -> {
        out.packBinaryHeader(bytes.size());
        out.writePayload(bytes.toByteArray());
      }
      case BigInteger number when number.bitLength() < Long.SIZE ->
          out.packLong(number.longValueExact());
      case BigInteger number -> extension(Extension.BIG_INT, number.toByteArray(), out);
      case Tuple tuple -> tuple(tuple, out, depth);
      case List<?> list -> items(list, out, depth);
      case Map<?, ?> map -> entries(map, out, depth);
      default -> throw ValueException.expected("a portable value", value);
    }
  }

  private static void text(String text, MessagePacker out) throws IOException {
    if (Surrogates.isLone(text)) {
      extension(Extension.SURROGATES, Surrogates.encode(text), out);
    } else {
      out.packString(text);
    }
  }

  private static void items(List<?> list, MessagePacker out, int depth) throws IOException {
    out.packArrayHeader(list.size());
    int index = 0;
    for (Object item : list) {
      try {
        write(item, out, depth + 1);
      } catch (ValueException e) {
        throw e.atItem(index);
      }
      index++;
    }
  }

  /** A tuple's length in bytes stands before it, so it is written apart. */
  private static void tuple(Tuple tuple, MessagePacker out, int depth) throws IOException {
    try (MessageBufferPacker packer = MessagePack.newDefaultBufferPacker()) {
      items(tuple.items(), packer, depth);
      extension(Extension.TUPLE, packer.toByteArray(), out);
    }
  }

  private static void entries(Map<?, ?> map, MessagePacker out, int depth) throws IOException {
    out.packMapHeader(map.size());
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      try {
        write(entry.getKey(), out, depth + 1);
        write(entry.getValue(), out, depth + 1);
      } catch (ValueException e) {
        throw e.atKey(entry.getKey());
      }
    }
  }

  private static void extension(byte type, byte[] body, MessagePacker out) throws IOException {
    out.packExtensionTypeHeader(type, body.length);
    out.writePayload(body);
  }
}
