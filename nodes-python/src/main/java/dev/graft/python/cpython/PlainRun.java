package dev.graft.python.cpython;

import dev.graft.runtime.backend.Item;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Ints, floats or strs one after the other, as bare memory instead of tagged values: what Python
 * reads and writes at the speed of C. {@code graft/runs.py} is the other end, and {@code
 * docs/worker-protocol.md} has the layout. What does not fit goes the general way.
 */
final class PlainRun {
  /** No MessagePack begins with it. */
  private static final byte MARK = (byte) 0xC1;

  private static final byte INTS = 'q';
  private static final byte FLOATS = 'd';
  private static final byte STRS = 's';

  private static final int REQUEST_HEAD = 2 + Long.BYTES + Long.BYTES + Integer.BYTES;
  private static final int KIND = 1;
  private static final int ANSWER_HEAD = 2;

  private PlainRun() {}

  /** The request for items that have no keys, consecutive numbers, and one plain type. */
  static Optional<byte[]> request(long handle, List<Item> items) {
    if (items.isEmpty()) {
      return Optional.empty();
    }
    Item first = items.getFirst();
    byte kind = kind(first.value());
    if (kind == 0) {
      return Optional.empty();
    }
    long index = first.index();
    for (Item item : items) {
      if (item.key() != null || item.index() != index++ || kind(item.value()) != kind) {
        return Optional.empty();
      }
    }
    return kind == STRS ? texts(handle, items) : Optional.of(numbers(handle, items, kind));
  }

  private static byte kind(@Nullable Object value) {
    return switch (value) {
      case Long _ -> INTS;
      case Double _ -> FLOATS;
      case String _ -> STRS;
      case null, default -> 0;
    };
  }

  private static byte[] numbers(long handle, List<Item> items, byte kind) {
    byte[] bytes = new byte[REQUEST_HEAD + Long.BYTES * items.size()];
    ByteBuffer frame = head(bytes, handle, items, kind);
    for (Item item : items) {
      switch (item.value()) {
        case Long number -> frame.putLong(number);
        case Double number -> frame.putDouble(number);
        case null, default -> throw new IllegalStateException("no number");
      }
    }
    return bytes;
  }

  private static Optional<byte[]> texts(long handle, List<Item> items) {
    // A String's own bytes would have a question mark for half a surrogate pair.
    var encoder =
        StandardCharsets.UTF_8
            .newEncoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    List<ByteBuffer> texts = new ArrayList<>(items.size());
    int size = 0;
    try {
      for (Item item : items) {
        ByteBuffer text = encoder.encode(CharBuffer.wrap(String.valueOf(item.value())));
        size = Math.addExact(size, text.remaining());
        texts.add(text);
      }
    } catch (CharacterCodingException | ArithmeticException e) {
      return Optional.empty();
    }
    byte[] bytes = new byte[REQUEST_HEAD + Integer.BYTES * items.size() + size];
    ByteBuffer frame = head(bytes, handle, items, STRS);
    int end = 0;
    for (ByteBuffer text : texts) {
      end += text.remaining();
      frame.putInt(end);
    }
    texts.forEach(frame::put);
    return Optional.of(bytes);
  }

  private static ByteBuffer head(byte[] frame, long handle, List<Item> items, byte kind) {
    return ByteBuffer.wrap(frame)
        .put(MARK)
        .put(kind)
        .putLong(handle)
        .putLong(items.getFirst().index())
        .putInt(items.size());
  }

  /** Whether a frame from a worker is a run of outputs. */
  static boolean isIn(byte[] frame) {
    return frame.length > 0 && frame[0] == MARK;
  }

  /** The outputs in a frame. */
  static List<Object> outputs(byte[] frame) throws IOException {
    try {
      ByteBuffer in = ByteBuffer.wrap(frame).position(ANSWER_HEAD);
      int count = in.getInt();
      if (count < 0 || count > in.remaining()) {
        throw new IOException("a run of " + count + " outputs in " + frame.length + " bytes");
      }
      List<Object> outputs = new ArrayList<>(count);
      switch (frame[KIND]) {
        case INTS -> {
          for (int i = 0; i < count; i++) {
            outputs.add(in.getLong());
          }
        }
        case FLOATS -> {
          for (int i = 0; i < count; i++) {
            outputs.add(in.getDouble());
          }
        }
        case STRS -> addTexts(frame, in, count, outputs);
        default -> throw new IOException("a run of the unknown kind " + frame[KIND]);
      }
      return outputs;
    } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new IOException("a broken run", e);
    }
  }

  private static void addTexts(byte[] frame, ByteBuffer in, int count, List<Object> outputs) {
    int texts = in.position() + Integer.BYTES * count;
    int start = 0;
    for (int i = 0; i < count; i++) {
      int end = in.getInt();
      outputs.add(new String(frame, texts + start, end - start, StandardCharsets.UTF_8));
      start = end;
    }
  }
}
