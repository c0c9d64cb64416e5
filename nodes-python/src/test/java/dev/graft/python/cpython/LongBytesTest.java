package dev.graft.python.cpython;

import static com.google.common.truth.Truth.assertThat;

import com.google.common.collect.Range;
import dev.graft.python.host.Nodes;
import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.manifest.ManifestReader;
import dev.graft.runtime.run.GraftRuntime;
import dev.graft.runtime.run.ItemSource;
import dev.graft.value.Bytes;
import dev.graft.value.Tuple;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Bytes that are too long to be copied from buffer to buffer. */
@Timeout(60)
final class LongBytesTest {
  private static final String NODE =
      """
      class Echo:
          def __init__(self):
              self.last = b""
          def process(self, item):
              assert type(item["b"]) is bytes
              last, self.last = self.last, item["b"]
              yield (len(item["b"]), item["b"])
              yield [last, {"x": last}]
      """;

  @TempDir Path folder = Path.of("");

  @Test
  void arriveUnchangedInBothDirectionsAndLeaveNoMemoryBehind() throws Exception {
    Files.writeString(folder.resolve("echo.py"), NODE);
    List<Bytes> items = new ArrayList<>();
    Random random = new Random(7);
    for (int size : new int[] {0, 65_535, 65_536, 65_537, 1 << 20, 3 << 20}) {
      for (int i = 0; i < 12; i++) {
        byte[] content = new byte[size];
        random.nextBytes(content);
        items.add(Bytes.copyOf(content));
      }
    }
    List<@Nullable Object> wanted = new ArrayList<>();
    Bytes last = Bytes.copyOf(new byte[0]);
    for (Bytes item : items) {
      wanted.add(Tuple.of((long) item.size(), item));
      wanted.add(List.of(last, Map.of("x", last)));
      last = item;
    }
    List<@Nullable Object> outputs = new ArrayList<>();
    try (GraftRuntime runtime = GraftRuntime.create(Nodes.settings())) {
      String manifest =
          """
          {"version": "1", "name": "long", "python": {"nodes": ["echo.py"]},
           "nodes": [{"id": "e", "type": "echo", "backend": "cpython"}]}
          """;
      runtime
          .open(runtime.plan(ManifestReader.read(manifest, "m.json", folder)))
          .run(ItemSource.of(items.stream().map(b -> Map.of("b", b)).iterator()), outputs::add);
      if (runtime.backend(BackendId.CPYTHON) instanceof CPythonBackend workers) {
        // Without being used again it would be more than all items together, 48 MiB.
        assertThat(workers.arrays().total()).isIn(Range.closed(1L, 20L << 20));
      }
    }
    assertThat(outputs).containsExactlyElementsIn(wanted).inOrder();
  }
}
