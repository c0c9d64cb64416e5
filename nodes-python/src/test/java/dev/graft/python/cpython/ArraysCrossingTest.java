package dev.graft.python.cpython;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import dev.graft.python.host.Nodes;
import dev.graft.python.memory.SharedArrays;
import dev.graft.python.memory.SharedMemory;
import dev.graft.python.memory.WritableArray;
import dev.graft.runtime.backend.BackendSession;
import dev.graft.runtime.backend.HostedNode;
import dev.graft.value.DType;
import dev.graft.value.NdArray;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Arrays through nodes in workers, by reference and in the message. */
final class ArraysCrossingTest {
  private static final int LARGE = 100_000;

  private static final String PASSING =
      """
      class Passing:
          def process(self, item):
              return item
      """;

  private final CPythonBackend backend = new CPythonBackend(Nodes.settings());

  @AfterEach
  void close() {
    backend.close();
  }

  private HostedNode node(CPythonBackend used, String source) throws Exception {
    BackendSession session = used.openSession();
    return Nodes.open(session, Nodes.of(source));
  }

  private static NdArray array(@Nullable Object value) {
    assertThat(value).isInstanceOf(NdArray.class);
    return value instanceof NdArray array ? array : NdArray.of(new byte[0]);
  }

  private static NdArray random(DType type, ByteOrder order, int... shape) {
    int size = type.size();
    for (int length : shape) {
      size *= length;
    }
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    for (int i = 0; type == DType.BOOL && i < bytes.length; i++) {
      bytes[i] &= 1;
    }
    return NdArray.over(type, order, ByteBuffer.wrap(bytes), shape);
  }

  @Test
  void everyTypeOrderSizeAndLayoutGoesThereAndBack() throws Exception {
    HostedNode node = node(backend, PASSING);
    for (DType type : DType.values()) {
      for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
        NdArray large = random(type, order, 60, 40, 30);
        NdArray small = random(type, order, 6, 5, 4);
        for (NdArray each : List.of(large, small)) {
          for (NdArray part :
              List.of(
                  each,
                  each.transposed(),
                  each.slice(1, 1, 5, 2),
                  each.slice(2, 0, 0, 1),
                  each.at(3),
                  each.at(0).at(0).at(0),
                  each.at(0).at(0).at(0).asScalar())) {
            assertWithMessage("%s %s", order, part)
                .that(Nodes.process(node, part))
                .containsExactly(part);
          }
        }
      }
    }
  }

  @Test
  void aLargeArrayComesBackAsTheMemoryThatWent() throws Exception {
    HostedNode node = node(backend, PASSING);
    WritableArray made = backend.arrays().allocate(DType.FLOAT64, 1000, 1000);
    made.bytes().asDoubleBuffer().put(999, 0.5);
    NdArray sent = made.array().transposed().slice(0, 1, 1000, 2);
    Object nested = Map.of("k", List.of(sent));
    assertThat(Nodes.process(node, nested)).containsExactly(nested);
    NdArray again = array(Nodes.process(node, sent).getFirst());
    assertThat(((SharedMemory) again.memory()).name())
        .isEqualTo(((SharedMemory) sent.memory()).name());
    assertThat(again.strides()).isEqualTo(sent.strides());
    assertThat(again.offset()).isEqualTo(sent.offset());
    assertThat(again.getDouble(499, 0)).isEqualTo(0.5);
  }

  @Test
  void generatorsEmitThousandsOfArraysWithinTheBudget() throws Exception {
    HostedNode node =
        node(
            backend,
            """
            import graft, numpy
            class Frames:
                def process(self, item):
                    for number in range(item):
                        frame = graft.empty((300, 400), "u4")
                        frame[:] = number
                        yield frame
            """);
    long[] seen = {0};
    node.process(
        Nodes.batch(2000L),
        value -> {
          NdArray frame = array(value);
          assertThat(frame.getLong(299, 399)).isEqualTo(seen[0]);
          assertThat(frame.getLong(0, 0)).isEqualTo(seen[0]);
          seen[0]++;
          return true;
        });
    assertThat(seen[0]).isEqualTo(2000);
  }

  @Test
  void nodesKeepArraysAndTheirStateCrosses() throws Exception {
    HostedNode node =
        node(
            backend,
            """
            import graft, numpy
            @graft.node(id="last", version="1.0", summary="The one before.", state={"last": object})
            class Last:
                def __init__(self):
                    self.last = None
                def process(self, item: object) -> object:
                    last, self.last = self.last, item
                    return last
            """);
    NdArray first = random(DType.INT32, ByteOrder.nativeOrder(), LARGE);
    Nodes.process(node, first);
    NdArray before = first;
    for (int i = 0; i < 50; i++) {
      NdArray next = random(DType.INT32, ByteOrder.nativeOrder(), LARGE + i);
      assertThat(Nodes.process(node, next)).containsExactly(before);
      before = next;
    }
    assertThat(node.snapshot().toString()).contains("array of type");
    node.restore(node.snapshot());
    assertThat(Nodes.process(node, 1L)).containsExactly(before);
  }

  @Test
  void aRefusedItemLendsNothingForGood() throws Exception {
    HostedNode node = node(backend, "class Sink:\n    def process(self, item):\n        pass\n");
    Object[] items = {random(DType.INT8, ByteOrder.nativeOrder(), LARGE), new Object()};
    for (int i = 0; i < 20; i++) {
      try {
        Nodes.process(node, items);
      } catch (dev.graft.runtime.failure.NodeFailureException e) {
        assertThat(e.failure().message()).contains("in");
      }
    }
    assertThat(backend.arrays().total()).isAtMost(3L * SharedArrays.SMALLEST * 2);
  }

  @Test
  void withoutABudgetArraysCrossInMessages() throws Exception {
    try (CPythonBackend inline = new CPythonBackend(Nodes.settings(), 0)) {
      HostedNode node = node(inline, PASSING);
      NdArray large = random(DType.COMPLEX64, ByteOrder.BIG_ENDIAN, LARGE);
      NdArray back = array(Nodes.process(node, large).getFirst());
      assertThat(back).isEqualTo(large);
      assertThat(back.memory()).isNotInstanceOf(SharedMemory.class);
      assertThat(inline.arrays().total()).isEqualTo(0);
    }
  }

  @Test
  void theDirectoryGoesWithTheBackend() throws Exception {
    HostedNode node = node(backend, PASSING);
    NdArray back =
        array(Nodes.process(node, random(DType.INT8, ByteOrder.nativeOrder(), LARGE)).getFirst());
    Path directory = backend.arrays().directory();
    assertThat(Files.exists(directory)).isTrue();
    long sum = back.getLong(LARGE - 1);
    backend.close();
    assertThat(Files.exists(directory)).isFalse();
    assertThat(back.getLong(LARGE - 1)).isEqualTo(sum);
  }
}
