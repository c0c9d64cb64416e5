package dev.graft.python.recovery;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.graft.python.host.Nodes;
import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.backend.BackendSettings;
import dev.graft.runtime.manifest.ManifestReader;
import dev.graft.runtime.run.GraftRuntime;
import dev.graft.runtime.run.RunEvent;
import dev.graft.runtime.run.RunFailedException;
import dev.graft.runtime.run.RunSummary;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nodes that turn out in the middle of a stream to need what the sandbox cannot run. */
@Timeout(120)
final class FallbackTest {
  private static final String NODES =
      """
      class Late:
          def __init__(self):
              self.seen = 0
          def process(self, item):
              self.seen += 1
              yield [item, self.seen]
              if item == 3:
                  import numpy
                  yield ["numpy", int(numpy.arange(4).sum())]
          def flush(self):
              return ["end", self.seen]

      class Misses(Late):
          def process(self, item):
              self.seen += 1
              if item == 3:
                  import no_such_module
              return item

      class Raises(Late):
          def process(self, item):
              if item == 3:
                  raise ImportError("numpy is what I do not like")
              return item

      class Denied(Late):
          def process(self, item):
              if item == 3:
                  open("/etc/passwd")
              return item

      class Marks:
          def process(self, item):
              return item + ["seen"]
      """;

  @TempDir private static Path memory = Path.of("");

  private static GraftRuntime runtime;

  private final List<@Nullable Object> outputs = new ArrayList<>();
  @TempDir Path folder = Path.of("");

  private static final String PREFERS = "'prefer':['graalpy','cpython'],'permissions':['native']";

  @BeforeAll
  static void openRuntime() {
    runtime = GraftRuntime.create(settings());
  }

  @AfterAll
  static void closeRuntime() {
    runtime.close();
  }

  @Test
  void aNodeThatImportsNativeCodeLateMovesWithItsState() throws Exception {
    RunSummary summary = run(node("late", PREFERS));
    List<Object> wanted =
        List.of(
            List.of(0L, 1L),
            List.of(1L, 2L),
            List.of(2L, 3L),
            List.of(3L, 4L),
            List.of("numpy", 6L),
            List.of(4L, 5L),
            List.of(5L, 6L),
            List.of("end", 6L));
    assertThat(outputs).containsExactlyElementsIn(wanted).inOrder();
    assertThat(summary.stages().getFirst().servedBy().backend()).isEqualTo(BackendId.CPYTHON);
    assertThat(summary.events()).hasSize(1);
    assertThat(summary.events().getFirst().text())
        .startsWith(
            "node \"late\", step, item 3: ModuleNotFoundError: missing package: numpy (imported at ");
    assertThat(summary.events().getFirst().text())
        .contains("It cannot run on graalpy, and goes on in a new host (cpython)");

    outputs.clear();
    RunSummary again = run(node("late", PREFERS));
    assertThat(outputs).containsExactlyElementsIn(wanted).inOrder();
    assertThat(again.events()).hasSize(1);
    RunEvent.FellBack fell = (RunEvent.FellBack) again.events().getFirst();
    assertThat(fell.reason()).startsWith("an earlier run found out: missing package: numpy");

    outputs.clear();
    try (GraftRuntime another = GraftRuntime.create(settings())) {
      RunSummary other = run(another, node("late", PREFERS));
      assertThat(outputs).containsExactlyElementsIn(wanted).inOrder();
      assertThat(other.events().getFirst().text())
          .contains("does not run on graalpy: an earlier run found out: missing package: numpy");
    }

    outputs.clear();
    String insists = "'backend':'graalpy','permissions':['native']";
    RunFailedException e = assertThrows(RunFailedException.class, () -> run(node("late", insists)));
    assertThat(e.failure().orElseThrow().type()).isEqualTo("ModuleNotFoundError");
    assertThat(outputs).hasSize(4);
  }

  @Test
  void itsNeighboursStayWhereTheyAre() throws Exception {
    String graalpy = "'backend':'graalpy'";
    RunSummary summary =
        run(
            node("late", PREFERS)
                + ","
                + node("marks", graalpy)
                + ",{'id':'last','type':'marks',"
                + graalpy
                + "}");
    assertThat(outputs).hasSize(8);
    assertThat(outputs.get(4)).isEqualTo(List.of("numpy", 6L, "seen", "seen"));
    assertThat(summary.stages().stream().map(stage -> stage.servedBy().backend()))
        .containsExactly(BackendId.CPYTHON, BackendId.GRAALPY, BackendId.GRAALPY)
        .inOrder();
  }

  @Test
  void withoutTheOperatorsGrantItIsAFailure() throws Exception {
    String prefers = "'prefer':['graalpy','cpython']";
    RunFailedException e = assertThrows(RunFailedException.class, () -> run(node("late", prefers)));
    assertThat(e.failure().orElseThrow().type()).isEqualTo("ModuleNotFoundError");
  }

  @ParameterizedTest
  @ValueSource(strings = {"misses", "raises", "denied"})
  void whatIsTheNodesOwnErrorIsNoReason(String type) throws Exception {
    RunFailedException e = assertThrows(RunFailedException.class, () -> run(node(type, PREFERS)));
    assertThat(e.failure().orElseThrow().index().getAsLong()).isEqualTo(3);
    assertThat(outputs).containsExactly(0L, 1L, 2L).inOrder();
  }

  private static String node(String type, String more) {
    return "{'id':'%s','type':'%s',%s}".formatted(type, type, more);
  }

  private static BackendSettings settings() {
    return Nodes.settings().withMemory(memory);
  }

  private RunSummary run(String nodes) throws Exception {
    return run(runtime, nodes);
  }

  private RunSummary run(GraftRuntime runtime, String nodes) throws Exception {
    // Code of its own for each test, because the runtime remembers where code cannot run.
    Files.writeString(folder.resolve("nodes.py"), NODES + "# " + folder.getFileName());
    String manifest =
        "{'version':'1','name':'x','python':{'nodes':['nodes.py']},'nodes':[%s]}"
            .formatted(nodes)
            .replace('\'', '"');
    return runtime
        .open(runtime.plan(ManifestReader.read(manifest, "m.json", folder)))
        .run(FaultyRun.source(LongStream.range(0, 6).boxed()), outputs::add);
  }
}
