package dev.graft.python.host;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.manifest.ManifestReader;
import dev.graft.runtime.run.GraftRuntime;
import dev.graft.runtime.run.ItemSource;
import dev.graft.runtime.run.NodeProfile;
import dev.graft.runtime.run.Pipeline;
import dev.graft.runtime.run.RunFailedException;
import dev.graft.runtime.run.RunOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What of the time of Python nodes is their own, and what is conversion. */
@Timeout(120)
final class ProfiledRunTest {
  private static final GraftRuntime RUNTIME = GraftRuntime.create(Nodes.settings());

  private static final String NODES =
      """
      import time

      class Sleeps:
          def process(self, item):
              time.sleep(0.005)
              return item

      class SleepsBetween:
          def process(self, item):
              for _ in range(2):
                  time.sleep(0.005)
                  yield item

      class Passes:
          def process(self, item):
              return item

      class Fails:
          def process(self, item):
              time.sleep(0.005)
              raise ValueError(item)
      """;

  private static final Duration PAUSE = Duration.ofMillis(5);
  private static final int ITEMS = 20;
  private static final int LISTS = 3;

  private final List<@Nullable Object> outputs = new ArrayList<>();
  @TempDir Path folder = Path.of("");

  @AfterAll
  static void closeRuntime() {
    RUNTIME.close();
  }

  @ParameterizedTest
  @EnumSource(names = {"GRAALPY", "CPYTHON"})
  void aSleepIsTheNodesOwnTime(BackendId backend) throws Exception {
    NodeProfile node = profile(backend, numbers(), "sleeps").getFirst();
    assertIsAbout(node.own().getFirst(), PAUSE.multipliedBy(ITEMS));
    assertThat(node.conversion().orElseThrow()).isLessThan(node.busy().dividedBy(2));
    assertThat(outputs).hasSize(ITEMS);
  }

  @ParameterizedTest
  @EnumSource(names = {"GRAALPY", "CPYTHON"})
  void soIsASleepBetweenOutputs(BackendId backend) throws Exception {
    NodeProfile node = profile(backend, numbers(), "sleeps-between").getFirst();
    assertIsAbout(node.own().getFirst(), PAUSE.multipliedBy(2 * ITEMS));
    assertThat(outputs).hasSize(2 * ITEMS);
  }

  @ParameterizedTest
  @EnumSource(names = {"GRAALPY", "CPYTHON"})
  void aLongListIsConversion(BackendId backend) throws Exception {
    List<Long> list = LongStream.range(0, 100_000).boxed().toList();
    NodeProfile node = profile(backend, Collections.nCopies(LISTS, list), "passes").getFirst();
    Duration conversion = node.conversion().orElseThrow();
    assertThat(conversion).isGreaterThan(node.busy().multipliedBy(9).dividedBy(10));
    assertThat(conversion).isGreaterThan(Duration.ofMillis(LISTS));
    assertThat(outputs).hasSize(LISTS);
  }

  @ParameterizedTest
  @EnumSource(names = {"GRAALPY", "CPYTHON"})
  void aRunThatFailedHasItsTimesToo(BackendId backend) throws Exception {
    RunOptions options = RunOptions.DEFAULT.withProfile(true);
    try (Pipeline pipeline = open(backend, options, "fails")) {
      assertThrows(
          RunFailedException.class,
          () -> pipeline.run(ItemSource.of(numbers().iterator()), outputs::add));
      NodeProfile node = pipeline.summary().profile().orElseThrow().nodes().getFirst();
      assertThat(node.own().getFirst()).isAtLeast(PAUSE);
    }
  }

  @Test
  void nodesOfOneInterpreterHaveATimeEach() throws Exception {
    List<NodeProfile> nodes = profile(BackendId.GRAALPY, numbers(), "sleeps", "passes", "sleeps");
    assertThat(nodes).hasSize(1);
    NodeProfile chain = nodes.getFirst();
    assertThat(chain.nodeIds()).containsExactly("n0", "n1", "n2").inOrder();
    assertIsAbout(chain.own().get(0), PAUSE.multipliedBy(ITEMS));
    assertThat(chain.own().get(1)).isLessThan(PAUSE.multipliedBy(ITEMS / 2));
    assertIsAbout(chain.own().get(2), PAUSE.multipliedBy(ITEMS));
  }

  /** A machine that is busy wakes nobody on time, but nobody wakes too early. */
  private static void assertIsAbout(Duration own, Duration expected) {
    assertThat(own).isAtLeast(expected);
    assertThat(own).isLessThan(expected.multipliedBy(2));
  }

  private List<NodeProfile> profile(BackendId backend, List<?> items, String... types)
      throws Exception {
    try (Pipeline pipeline = open(backend, RunOptions.DEFAULT.withProfile(true), types)) {
      return pipeline
          .run(ItemSource.of(items.iterator()), outputs::add)
          .profile()
          .orElseThrow()
          .nodes();
    }
  }

  private Pipeline open(BackendId backend, RunOptions options, String... types) throws Exception {
    Files.writeString(folder.resolve("nodes.py"), NODES);
    List<String> nodes = new ArrayList<>();
    for (String type : types) {
      nodes.add(
          "{'id':'n%d','type':'%s','backend':'%s'}".formatted(nodes.size(), type, backend.text()));
    }
    String manifest =
        "{'version':'1','name':'x','python':{'nodes':['nodes.py']},'nodes':[%s]}"
            .formatted(String.join(",", nodes))
            .replace('\'', '"');
    return RUNTIME.open(RUNTIME.plan(ManifestReader.read(manifest, "m.json", folder)), options);
  }

  private static List<Long> numbers() {
    return LongStream.range(0, ITEMS).boxed().toList();
  }
}
