package dev.graft.python.host;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.graft.node.ErrorKind;
import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.failure.NodeFailure;
import dev.graft.runtime.failure.Phase;
import dev.graft.runtime.manifest.ManifestReader;
import dev.graft.runtime.run.GraftRuntime;
import dev.graft.runtime.run.ItemSource;
import dev.graft.runtime.run.Pipeline;
import dev.graft.runtime.run.RunEvent;
import dev.graft.runtime.run.RunFailedException;
import dev.graft.runtime.run.RunSummary;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nodes that take the whole stream or single items, as they or the manifest say. */
@Timeout(120)
final class StreamingRunTest {
  private static final GraftRuntime RUNTIME = GraftRuntime.create(Nodes.settings());

  private static final String NODES =
      """
      import asyncio

      class Whole:
          is_streaming = True
          async def process(self, items):
              got = []
              async for item in items:
                  got.append(item)
              yield got

      class Silent:
          async def process(self, items):
              if isinstance(items, int):
                  yield ["item", items]
                  return
              async for item in items:
                  yield ["whole", item]

      class Many:
          def __init__(self):
              self.is_streaming = True
          def process(self, item):
              yield item
              yield -item

      class ManyLater:
          is_streaming = True
          async def process(self, item):
              yield item
              yield -item

      class Fails:
          async def process(self, item):
              self.task = asyncio.get_running_loop().create_task(self.fail())
              await asyncio.sleep(0)
              return item
          async def fail(self):
              raise ValueError("unseen")
      """;

  private final List<@Nullable Object> outputs = new ArrayList<>();
  @TempDir Path folder = Path.of("");

  @AfterAll
  static void closeRuntime() {
    RUNTIME.close();
  }

  @ParameterizedTest
  @EnumSource(names = {"GRAALPY", "CPYTHON"})
  void theManifestWins(BackendId backend) throws Exception {
    RunSummary summary =
        run(
            backend,
            "{'id':'m','type':'many-later','streaming':'item'%s},"
                + "{'id':'s','type':'silent','streaming':'whole'%s},"
                + "{'id':'w','type':'whole','streaming':'whole'%s}");
    assertThat(outputs)
        .containsExactly(
            List.of(
                List.of("whole", 1L),
                List.of("whole", -1L),
                List.of("whole", 2L),
                List.of("whole", -2L)));
    assertThat(warnings(summary)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"GRAALPY", "CPYTHON"})
  void withoutItTheClassSays(BackendId backend) throws Exception {
    RunSummary summary =
        run(
            backend,
            "{'id':'m','type':'many'%s},{'id':'s','type':'silent'%s},{'id':'w','type':'whole'%s}");
    assertThat(outputs)
        .containsExactly(
            List.of(
                List.of("item", 1L),
                List.of("item", -1L),
                List.of("item", 2L),
                List.of("item", -2L)));
    assertThat(warnings(summary).stream().map(RunEvent::text))
        .containsExactly(
            "node \"m\": Many says is_streaming, but its process is no asynchronous generator, so"
                + " it gets one item at a time; say \"streaming\": \"item\" if that is meant");
  }

  @ParameterizedTest
  @EnumSource(names = {"GRAALPY", "CPYTHON"})
  void sayingWhatIsMeantSparesTheWarning(BackendId backend) throws Exception {
    RunSummary summary = run(backend, "{'id':'m','type':'many','streaming':'item'%s}");
    assertThat(outputs).containsExactly(1L, -1L, 2L, -2L).inOrder();
    assertThat(warnings(summary)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"GRAALPY", "CPYTHON"})
  void aClassThatTakesNoIteratorCannotHaveTheWholeStream(BackendId backend) {
    RunFailedException e =
        assertThrows(
            RunFailedException.class,
            () -> run(backend, "{'id':'m','type':'many','streaming':'whole'%s}"));
    NodeFailure failure = e.failure().orElseThrow();
    assertThat(failure.phase()).isEqualTo(Phase.OPEN);
    assertThat(failure.kind()).isEqualTo(ErrorKind.INVALID);
    assertThat(failure.message())
        .isEqualTo(
            "streaming: \"whole\" needs a class that takes an iterator and yields, as 'async def"
                + " process(self, items): … yield'; Many.process does not. Remove it, or say"
                + " \"streaming\": \"item\"");
  }

  @ParameterizedTest
  @EnumSource(names = {"GRAALPY", "CPYTHON"})
  void aTaskThatFailsUnseenIsAnEvent(BackendId backend) throws Exception {
    RunSummary summary = run(backend, "{'id':'f','type':'fails'%s}");
    assertThat(outputs).containsExactly(1L, 2L).inOrder();
    assertThat(warnings(summary).stream().map(RunEvent::text))
        .containsExactly(
            "node \"f\": Task exception was never retrieved: ValueError: unseen (in fail)",
            "node \"f\": Task exception was never retrieved: ValueError: unseen (in fail)");
    assertThat(warnings(summary).getFirst().details().orElse(""))
        .contains("raise ValueError(\"unseen\")");
  }

  /** A worker's node that cannot be saved is an event, too. */
  private static List<RunEvent.Warned> warnings(RunSummary summary) {
    return summary.events().stream()
        .filter(RunEvent.Warned.class::isInstance)
        .map(RunEvent.Warned.class::cast)
        .toList();
  }

  private RunSummary run(BackendId backend, String nodes) throws Exception {
    Files.writeString(folder.resolve("nodes.py"), NODES);
    String manifest =
        "{'version':'1','name':'x','python':{'nodes':['.']},'nodes':[%s]}"
            .formatted(nodes.replace("%s", ",'backend':'" + backend.text() + "'"))
            .replace('\'', '"');
    try (Pipeline pipeline =
        RUNTIME.open(RUNTIME.plan(ManifestReader.read(manifest, "m.json", folder)))) {
      return pipeline.run(source(List.of(1L, 2L).iterator()), outputs::add);
    }
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
