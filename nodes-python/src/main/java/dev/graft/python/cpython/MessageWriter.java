package dev.graft.python.cpython;

import dev.graft.python.memory.ArrayTransport;
import dev.graft.python.wire.Code;
import dev.graft.python.wire.Extent;
import dev.graft.python.wire.Parts;
import dev.graft.value.Bytes;
import dev.graft.value.DistinctKeys;
import dev.graft.value.NdArray;
import dev.graft.value.Tuple;
import dev.graft.value.ValueException;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.msgpack.core.MessageBufferPacker;
import org.msgpack.core.MessagePack;
import org.msgpack.core.MessagePacker;

/** Writes portable values as MessagePack, each in its smallest form. */
final class MessageWriter {
  private final ArrayTransport arrays;
  private final Extent extent;

  private MessageWriter(ArrayTransport arrays, Extent extent) {
    this.arrays = arrays;
    this.extent = extent;
  }

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
    write(value, out, ArrayTransport.inline());
  }

  /** Writes one value, of which some arrays may cross besides the message. */
  static void write(@Nullable Object value, MessagePacker out, ArrayTransport arrays)
      throws IOException {
    write(value, out, arrays, new Extent());
  }

  /** The same, up to limits of its own. */
  static void write(@Nullable Object value, MessagePacker out, ArrayTransport arrays, Extent extent)
      throws IOException {
    long start = out.getTotalWrittenBytes();
    new MessageWriter(arrays, extent).write(value, out, 0);
    extent.checkBytes(out.getTotalWrittenBytes() - start);
  }

  private void write(@Nullable Object value, MessagePacker out, int depth) throws IOException {
    switch (value) {
      case null -> out.packNil();
      case Boolean bool -> out.packBoolean(bool);
      case Long number -> out.packLong(number);
      case Double number -> out.packDouble(number);
      case String text -> text(text, out);
      case Bytes bytes -> bytes(bytes, out, depth);
      case BigInteger number when number.bitLength() < Long.SIZE ->
          out.packLong(number.longValueExact());
      case BigInteger number -> extension(Extension.BIG_INT, number.toByteArray(), out);
      case Tuple tuple -> parts(new Parts(Code.TUPLE, tuple.items()), out, depth);
      case List<?> list -> {
        out.packArrayHeader(extent.opened(list.size(), depth));
        items(list, out, depth + 1);
      }
      case Map<?, ?> map -> entries(map, out, depth);
      case NdArray array -> array(array, out, depth);
      default -> parts(Parts.of(value), out, depth);
    }
  }

  private void array(NdArray array, MessagePacker out, int depth) throws IOException {
    List<Object> reference = arrays.share(array);
    parts(
        reference == null ? Parts.of(array) : new Parts(Code.SHARED_ARRAY, reference), out, depth);
  }

  private void bytes(Bytes bytes, MessagePacker out, int depth) throws IOException {
    extent.bytes(bytes.size());
    List<Object> reference = arrays.share(bytes);
    if (reference == null) {
      out.packBinaryHeader(bytes.size());
      out.writePayload(bytes.toByteArray());
    } else {
      parts(new Parts(Code.SHARED_BYTES, reference), out, depth);
    }
  }

  private void text(String text, MessagePacker out) throws IOException {
    extent.text(text);
    if (Surrogates.isLone(text)) {
      extension(Extension.SURROGATES, Surrogates.encode(text), out);
    } else {
      out.packString(text);
    }
  }

  private void items(Collection<?> items, MessagePacker out, int depth) throws IOException {
    int index = 0;
    for (Object item : items) {
      try {
        write(item, out, depth);
      } catch (ValueException e) {
        throw e.atItem(index);
      }
      index++;
    }
  }

  /** The length in bytes stands before the parts, so they are written apart. */
  private void parts(Parts parts, MessagePacker out, int depth) throws IOException {
    try (MessageBufferPacker packer = MessagePack.newDefaultBufferPacker()) {
      packer.packArrayHeader(parts.items().size());
      if (Code.isSet(parts.code())) {
        set(parts.items(), packer, depth);
      } else if (Code.levels(parts.code()) == 0) {
        for (Object part : parts.items()) {
          write(part, packer, depth);
        }
      } else {
        extent.opened(parts.items().size(), depth);
        items(parts.items(), packer, depth + 1);
      }
      extension((byte) parts.code(), packer.toByteArray(), out);
    }
  }

  /** The items of a set in the order of their bytes: equal sets, equal messages. */
  private void set(Collection<?> items, MessagePacker out, int depth) throws IOException {
    extent.opened(items.size(), depth);
    DistinctKeys.checkItems(items);
    List<byte[]> messages = new ArrayList<>(items.size());
    for (Object item : items) {
      try (MessageBufferPacker packer = MessagePack.newDefaultBufferPacker()) {
        write(item, packer, depth + 1);
        messages.add(packer.toByteArray());
      } catch (ValueException e) {
        throw e.atItem(messages.size());
      }
    }
    messages.sort(Arrays::compareUnsigned);
    for (byte[] message : messages) {
      out.writePayload(message);
    }
  }

  private void entries(Map<?, ?> map, MessagePacker out, int depth) throws IOException {
    out.packMapHeader(extent.opened(map.size(), depth));
    DistinctKeys.checkKeys(map.keySet());
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
