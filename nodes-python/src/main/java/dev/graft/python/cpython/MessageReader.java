package dev.graft.python.cpython;

import dev.graft.python.memory.ArrayTransport;
import dev.graft.python.wire.Code;
import dev.graft.python.wire.Parts;
import dev.graft.value.Bytes;
import dev.graft.value.Portable;
import dev.graft.value.Tuple;
import dev.graft.value.Values;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.msgpack.core.ExtensionTypeHeader;
import org.msgpack.core.MessagePack;
import org.msgpack.core.MessageUnpacker;

/** Reads portable values from MessagePack. */
final class MessageReader {
  /** No count of a message is trusted with more memory than this before its items have come. */
  private static final int TRUSTED = 1 << 16;

  private final MessageUnpacker in;
  private final ArrayTransport arrays;

  private MessageReader(MessageUnpacker in, ArrayTransport arrays) {
    this.in = in;
    this.arrays = arrays;
  }

  /** The one value that the bytes hold. */
  static @Nullable Object read(byte[] bytes) throws IOException {
    try (MessageUnpacker in = MessagePack.newDefaultUnpacker(bytes)) {
      Object value = read(in);
      if (in.hasNext()) {
        throw new IOException("the message is too long");
      }
      return value;
    }
  }

  /** Reads one value. */
  static @Nullable Object read(MessageUnpacker in) throws IOException {
    return read(in, ArrayTransport.inline());
  }

  /** Reads one value, of which some arrays may have crossed besides the message. */
  static @Nullable Object read(MessageUnpacker in, ArrayTransport arrays) throws IOException {
    return new MessageReader(in, arrays).read(0);
  }

  private @Nullable Object read(int depth) throws IOException {
    return switch (in.getNextFormat().getValueType()) {
      case NIL -> {
        in.unpackNil();
        yield null;
      }
      case BOOLEAN -> in.unpackBoolean();
      case INTEGER -> in.unpackLong();
      case FLOAT -> in.unpackDouble();
      case STRING -> in.unpackString();
      case BINARY -> Bytes.copyOf(in.readPayload(in.unpackBinaryHeader()));
      case ARRAY -> items(depth);
      case MAP -> entries(depth);
      case EXTENSION -> extension(depth);
    };
  }

  private List<@Nullable Object> items(int depth) throws IOException {
    int count = in.unpackArrayHeader();
    check(depth);
    List<@Nullable Object> items = new ArrayList<>(Math.min(count, TRUSTED));
    for (int i = 0; i < count; i++) {
      items.add(read(depth + 1));
    }
    return items;
  }

  private Map<@Nullable Object, @Nullable Object> entries(int depth) throws IOException {
    int count = in.unpackMapHeader();
    check(depth);
    Map<@Nullable Object, @Nullable Object> entries =
        LinkedHashMap.newLinkedHashMap(Math.min(count, TRUSTED));
    for (int i = 0; i < count; i++) {
      Object key = read(depth + 1);
      entries.put(key, read(depth + 1));
    }
    return entries;
  }

  private static void check(int depth) throws IOException {
    if (depth >= Portable.MAX_DEPTH) {
      throw new IOException("a value is nested deeper than " + Portable.MAX_DEPTH + " levels");
    }
  }

  private Object extension(int depth) throws IOException {
    ExtensionTypeHeader header = in.unpackExtensionTypeHeader();
    int code = header.getType();
    if (code == Extension.BIG_INT) {
      return Values.normalize(new BigInteger(in.readPayload(header.getLength())));
    } else if (code == Extension.SURROGATES) {
      return Surrogates.decode(in.readPayload(header.getLength()));
    }
    // Only what nests counts as a level; the array of the parts does not.
    List<@Nullable Object> parts = items(depth - 1 + Code.levels(code));
    if (code == Code.SHARED_ARRAY) {
      return arrays.resolve(parts);
    } else if (code == Code.SHARED_BYTES) {
      return arrays.resolveBytes(parts);
    }
    try {
      return code == Code.TUPLE ? Tuple.copyOf(parts) : Parts.join(code, parts);
    } catch (IllegalArgumentException e) {
      throw new IOException(e.getMessage(), e);
    }
  }
}
