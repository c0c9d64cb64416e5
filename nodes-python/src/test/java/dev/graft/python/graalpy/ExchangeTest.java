package dev.graft.python.graalpy;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.graft.python.host.Nodes;
import dev.graft.runtime.backend.BackendSession;
import dev.graft.runtime.backend.HostedNode;
import dev.graft.runtime.failure.NodeFailureException;
import dev.graft.value.Bytes;
import dev.graft.value.NdArray;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Long bytes and arrays between Java and a context. */
final class ExchangeTest {
  private static final GraalPyBackend BACKEND = new GraalPyBackend();
  private static final Random RANDOM = new Random(7);

  private static final String SAME =
      """
      class Same:
          def process(self, item):
              return item
      """;

  @AfterAll
  static void close() {
    BACKEND.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 255, 256, 257, 16_383, 16_384, 16_385, 3_000_000})
  void bytesOfAnySizeComeBackAsTheyWere(int size) throws Exception {
    Bytes bytes = bytes(size);

    assertThat(process(SAME, bytes)).containsExactly(bytes);
    assertThat(process(SAME, NdArray.of(doubles(size / 8))))
        .containsExactly(NdArray.of(doubles(size / 8)));
  }

  @Test
  void oneValueMayHoldManyOfThem() throws Exception {
    Map<String, Object> value =
        Map.of(
            "long", List.of(bytes(300), bytes(20_000), bytes(10), bytes(50_000)),
            "array", NdArray.of(doubles(6000)).slice(0, 0, 6000, 2));

    assertThat(process(SAME, value, value)).containsExactly(value, value).inOrder();
  }

  @Test
  void pythonSeesTheBytesThemselves() throws Exception {
    String looks =
        """
        class Looks:
            def process(self, item):
                yield [type(item["b"]) is bytes, sum(item["b"]), item["a"].tolist()[:3]]
                yield item["b"][::-1]
        """;
    byte[] content = new byte[20_000];
    RANDOM.nextBytes(content);
    long sum = 0;
    byte[] reverse = new byte[content.length];
    for (int i = 0; i < content.length; i++) {
      sum += content[i] & 0xff;
      reverse[content.length - 1 - i] = content[i];
    }

    List<@Nullable Object> outputs =
        process(looks, Map.of("b", Bytes.copyOf(content), "a", NdArray.of(doubles(100))));

    assertThat(outputs)
        .containsExactly(List.of(true, sum, List.of(0.0, 0.5, 1.0)), Bytes.copyOf(reverse))
        .inOrder();
  }

  @Test
  void aValueThatCannotBeMadeLeavesNothingBehind() throws Exception {
    String makes =
        """
        class Makes:
            def process(self, item):
                return {"b": item, "c": object()} if len(item) == 30_000 else item
        """;
    try (BackendSession session = BACKEND.openSession();
        HostedNode node = Nodes.open(session, Nodes.of(makes))) {
      assertThrows(NodeFailureException.class, () -> Nodes.process(node, bytes(30_000)));

      Bytes next = bytes(40_000);
      assertThat(Nodes.process(node, next)).containsExactly(next);
    }
  }

  @Test
  void aNodeThatClosesFilesDoesNotCloseIt() throws Exception {
    String closes =
        """
        import os

        class Closes:
            def process(self, item):
                for number in range(3, 100):
                    try:
                        os.close(number)
                    except OSError:
                        pass
                return item
        """;

    Bytes first = bytes(20_000);
    Bytes second = bytes(30_000);
    assertThat(process(closes, first, second)).containsExactly(first, second).inOrder();
  }

  @Test
  void itIsNoFileForNodes() throws Exception {
    String lists =
        """
        import os

        class Lists:
            def process(self, item):
                try:
                    return os.listdir("/")
                except PermissionError as error:
                    return "denied"
        """;

    assertThat(process(lists, 1L)).containsExactly("denied");
  }

  private static List<@Nullable Object> process(String source, @Nullable Object... items)
      throws Exception {
    try (BackendSession session = BACKEND.openSession();
        HostedNode node = Nodes.open(session, Nodes.of(source))) {
      return Nodes.process(node, items);
    }
  }

  private static Bytes bytes(int size) {
    byte[] content = new byte[size];
    RANDOM.nextBytes(content);
    return Bytes.copyOf(content);
  }

  private static double[] doubles(int size) {
    double[] elements = new double[size];
    for (int i = 0; i < size; i++) {
      elements[i] = i / 2.0;
    }
    return elements;
  }
}
