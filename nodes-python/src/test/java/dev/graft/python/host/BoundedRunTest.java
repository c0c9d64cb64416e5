package dev.graft.python.host;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.graft.node.ErrorKind;
import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.manifest.ManifestReader;
import dev.graft.runtime.run.GraftRuntime;
import dev.graft.runtime.run.ItemSource;
import dev.graft.runtime.run.Pipeline;
import dev.graft.runtime.run.RunFailedException;
import dev.graft.runtime.run.RunSummary;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Deadlines, isolation and cancelling in whole pipelines. */
@Timeout(120)
final class BoundedRunTest {
  private static final GraftRuntime RUNTIME = GraftRuntime.create(Nodes.settings());

  private static final String NODES =
      """
      import sys
      import graft

      class Slow:
          def __init__(self):
              self.seen = 0
          def process(self, item):
              self.seen += 1
              yield ["before", item]
              while item == "hang": pass
              yield ["after", self.seen]

      class Last:
          def process(self, item):
              return item

      class Home:
          def process(self, item):
              sys.visitors = getattr(sys, "visitors", 0) + 1
              return item + [sys.visitors]

      @graft.node(id="hermit", version="1.0", summary="Lives alone.", isolated=True)
      class Hermit(Home):
          def process(self, item: list) -> list:
              return super().process(item)
      """;

  private final List<@Nullable Object> outputs = new ArrayList<>();
  @TempDir Path folder = Path.of("");

  @AfterAll
  static void closeRuntime() {
    RUNTIME.close();
  }

  @ParameterizedTest
  @EnumSource(names = {"GRAALPY", "CPYTHON"})
  void skippingGoesOnWithTheNextItem(BackendId backend) throws Exception {
    RunSummary summary =
        run(
            backend,
            "{'id':'s','type':'slow','deadline_ms':150,'on_error':'skip'%s},{'id':'l','type':'last'%s}",
            "a",
            "hang",
            "b");
    assertThat(outputs)
        .containsExactly(
            List.of("before", "a"),
            List.of("after", 1L),
            List.of("before", "hang"),
            List.of("before", "b"),
            List.of("after", 3L))
        .inOrder();
    RunSummary.StageSummary slow = summary.stages().getFirst();
    assertThat(List.of(slow.taken(), slow.emitted(), slow.rejected()))
        .containsExactly(3L, 5L, 1L)
        .inOrder();
    assertThat(summary.stages().getLast().taken()).isEqualTo(5);
    assertThat(summary.events().getFirst().text())
        .isEqualTo(
            "node \"s\", step, item 1: DeadlineExceeded: took longer than 150 ms (deadline_ms)"
                + " [TIMEOUT]");
  }

  @ParameterizedTest
  @EnumSource(names = {"GRAALPY", "CPYTHON"})
  void deadLettersKeepTheItem(BackendId backend) throws Exception {
    run(
        backend,
        "{'id':'s','type':'slow','deadline_ms':150,'on_error':{'dead_letter':'bad.jsonl'}%s}",
        "hang",
        "b");
    assertThat(outputs)
        .containsExactly(List.of("before", "hang"), List.of("before", "b"), List.of("after", 2L))
        .inOrder();
    List<String> letters = Files.readAllLines(folder.resolve("bad.jsonl"));
    assertThat(letters).hasSize(1);
    assertThat(letters.getFirst()).contains("\"hang\"");
    assertThat(letters.getFirst()).contains("TIMEOUT");
  }

  @ParameterizedTest
  @EnumSource(names = {"GRAALPY", "CPYTHON"})
  void failingEndsTheRun(BackendId backend) {
    RunFailedException e =
        assertThrows(
            RunFailedException.class,
            () -> run(backend, "{'id':'s','type':'slow','deadline_ms':150%s}", "a", "hang", "b"));
    assertThat(outputs).hasSize(3);
    assertThat(e.failure().orElseThrow().kind()).isEqualTo(ErrorKind.TIMEOUT);
    assertThat(e.failure().orElseThrow().index()).isEqualTo(OptionalLong.of(1));
  }

  @ParameterizedTest
  @EnumSource(names = {"GRAALPY", "CPYTHON"})
  void cancellingEndsACallThatHangs(BackendId backend) throws Exception {
    Pipeline pipeline = open(backend, "{'id':'s','type':'slow'%s}");
    CountDownLatch hanging = new CountDownLatch(1);
    long[] cancelled = new long[1];
    Thread canceller =
        Thread.ofPlatform()
            .start(
                () -> {
                  try {
                    hanging.await();
                    Thread.sleep(50);
                  } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                  }
                  cancelled[0] = System.nanoTime();
                  pipeline.cancel();
                });
    Iterator<?> items = List.of("hang", "b").iterator();
    RunSummary summary =
        pipeline.run(
            source(items),
            value -> {
              outputs.add(value);
              hanging.countDown();
            });
    long took = System.nanoTime() - cancelled[0];
    canceller.join();
    assertThat(outputs).containsExactly(List.of("before", "hang"));
    assertThat(summary.stages().getFirst().rejected()).isEqualTo(0);
    // It takes less than 100 ms on an idle machine; without being stopped it would never end.
    assertWithMessage("ms").that(took / 1_000_000).isLessThan(5000);
  }

  @ParameterizedTest
  @EnumSource(names = {"GRAALPY", "CPYTHON"})
  void aNodeThatAsksForItHasAnInterpreterToItself(BackendId backend) throws Exception {
    run(
        backend,
        "{'id':'a','type':'home'%s},{'id':'b','type':'hermit'%s},{'id':'c','type':'home'%s}",
        List.of());
    // Only GraalPy shares at all: there the two that do not ask for it meet.
    assertThat(outputs).containsExactly(List.of(1L, 1L, backend == BackendId.GRAALPY ? 2L : 1L));
    outputs.clear();
    run(
        backend,
        "{'id':'a','type':'home','isolated':true%s},{'id':'b','type':'hermit','isolated':false%s},{'id':'c','type':'home'%s}",
        List.of());
    assertThat(outputs).containsExactly(List.of(1L, 1L, backend == BackendId.GRAALPY ? 2L : 1L));
  }

  @ParameterizedTest
  @EnumSource(names = {"GRAALPY", "CPYTHON"})
  void classesOfOneNameDoNotCollide(BackendId backend) throws Exception {
    for (String name : List.of("one", "two")) {
      Files.writeString(
          folder.resolve(name + ".py"),
          """
          import graft
          LABEL = "%1$s"
          @graft.node(id="%1$s", version="1.0", summary="Says where it is from.")
          class Same:
              def process(self, item: list) -> list:
                  return item + [LABEL]
          """
              .formatted(name));
    }
    run(
        backend,
        "{'id':'a','type':'one'%s},{'id':'b','type':'two'%s},{'id':'c','type':'one'%s}",
        List.of());
    assertThat(outputs).containsExactly(List.of("one", "two", "one"));
  }

  private RunSummary run(BackendId backend, String nodes, Object... items) throws Exception {
    return open(backend, nodes).run(source(List.of(items).iterator()), outputs::add);
  }

  private Pipeline open(BackendId backend, String nodes) throws Exception {
    Files.writeString(folder.resolve("nodes.py"), NODES);
    String manifest =
        "{'version':'1','name':'x','python':{'nodes':['.']},'nodes':[%s]}"
            .formatted(nodes.replace("%s", ",'backend':'" + backend.text() + "'"))
            .replace('\'', '"');
    return RUNTIME.open(RUNTIME.plan(ManifestReader.read(manifest, "m.json", folder)));
  }

  private static ItemSource source(Iterator<?> items) {
    return new ItemSource() {
      private @Nullable Object value;

      @Override
      public boolean next() {
        boolean more = items.hasNext();
        value = more ? items.next() : null;
        return more;
      }

      @Override
      public @Nullable Object value() {
        return value;
      }
    };
  }
}
