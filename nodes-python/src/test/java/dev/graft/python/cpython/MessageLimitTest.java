package dev.graft.python.cpython;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.graft.python.memory.ArrayTransport;
import dev.graft.python.wire.Extent;
import dev.graft.value.Bytes;
import dev.graft.value.Complex;
import dev.graft.value.NdArray;
import dev.graft.value.Tuple;
import dev.graft.value.ValueException;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.msgpack.core.MessageBufferPacker;
import org.msgpack.core.MessagePack;

/** No value takes more bytes of a message than the limit, whatever it is made of. */
final class MessageLimitTest {
  static List<Object> values() {
    return List.of(
        Bytes.copyOf(new byte[100]),
        "x".repeat(100),
        "é".repeat(50),
        "€".repeat(30),
        "😀".repeat(25),
        "\ud800".repeat(40),
        Collections.nCopies(100, 1L),
        Collections.nCopies(20, "four"),
        Tuple.of("x".repeat(60), "y".repeat(60)),
        List.of(Bytes.copyOf(new byte[50]), Bytes.copyOf(new byte[50])),
        Map.of("x".repeat(60), Bytes.copyOf(new byte[60])),
        Collections.nCopies(12, new Complex(1, 2)),
        NdArray.of(new double[20], 20));
  }

  @ParameterizedTest
  @MethodSource("values")
  void whatIsLongerThanTheLimitIsRefused(Object value) throws IOException {
    int size = MessageWriter.bytes(value).length;

    assertThat(written(value, size)).isEqualTo(size);
    ValueException refused = assertThrows(ValueException.class, () -> written(value, size - 1));

    assertThat(refused).hasMessageThat().contains("bytes, more than " + (size - 1));
  }

  @Test
  void theRefusalComesBeforeTheMemoryIsFull() throws IOException {
    List<?> values = Collections.nCopies(1000, Bytes.copyOf(new byte[1000]));
    try (MessageBufferPacker packer = MessagePack.newDefaultBufferPacker()) {
      ValueException refused =
          assertThrows(
              ValueException.class,
              () ->
                  MessageWriter.write(values, packer, ArrayTransport.inline(), new Extent(10_000)));

      assertThat(refused)
          .hasMessageThat()
          .isEqualTo(
              "[10]: takes 11000 bytes, more than 10000; send it as several items, or as an array");
      assertThat(packer.getTotalWrittenBytes()).isLessThan(11_000L);
    }
  }

  @Test
  void theLimitIsOfOneValueNotOfAMessage() throws IOException {
    Bytes value = Bytes.copyOf(new byte[90]);
    try (MessageBufferPacker packer = MessagePack.newDefaultBufferPacker()) {
      for (int i = 0; i < 3; i++) {
        MessageWriter.write(value, packer, ArrayTransport.inline(), new Extent(100));
      }
      assertThat(packer.getTotalWrittenBytes()).isGreaterThan(270L);
    }
  }

  private static long written(@Nullable Object value, long limit) throws IOException {
    try (MessageBufferPacker packer = MessagePack.newDefaultBufferPacker()) {
      MessageWriter.write(value, packer, ArrayTransport.inline(), new Extent(limit));
      return packer.getTotalWrittenBytes();
    }
  }
}
