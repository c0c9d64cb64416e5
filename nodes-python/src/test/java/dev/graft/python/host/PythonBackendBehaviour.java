package dev.graft.python.host;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.graft.node.ErrorKind;
import dev.graft.python.failure.PythonException;
import dev.graft.runtime.backend.Backend;
import dev.graft.runtime.backend.BackendSession;
import dev.graft.runtime.backend.HostedNode;
import dev.graft.runtime.backend.Hosting;
import dev.graft.runtime.backend.HostingRefusedException;
import dev.graft.runtime.backend.Item;
import dev.graft.runtime.backend.KeyedState;
import dev.graft.runtime.catalogue.NodeImplementation.PythonNode;
import dev.graft.runtime.catalogue.PythonUnit;
import dev.graft.runtime.failure.NodeFailure;
import dev.graft.runtime.failure.NodeFailureException;
import dev.graft.runtime.failure.Phase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** What both Python backends do, in the same way. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class PythonBackendBehaviour
    implements CrossingValues, SplitPairs, Deadlines, AsyncNodes {
  protected final Backend backend;
  protected @Nullable BackendSession current;

  protected PythonBackendBehaviour(Backend backend) {
    this.backend = backend;
  }

  @BeforeEach
  void openSession() throws Exception {
    current = backend.openSession();
  }

  @AfterEach
  void closeSession() {
    session().close();
  }

  @AfterAll
  void closeBackend() {
    backend.close();
  }

  @Override
  public Backend backend() {
    return backend;
  }

  protected BackendSession session() {
    if (current == null) {
      throw new IllegalStateException("no session");
    }
    return current;
  }

  @Override
  public HostedNode node(String source) throws Exception {
    return Nodes.open(session(), Nodes.of(source));
  }

  protected static NodeFailure failure(Executable call) {
    return assertThrows(NodeFailureException.class, call).failure();
  }

  @Test
  void bundledNodesWork() throws Exception {
    assertThat(run("add-ten", Map.of(), 1L, 2.5)).containsExactly(11L, 12.5).inOrder();
    assertThat(run("double", Map.of(), 4L)).containsExactly(8L);
    assertThat(run("pass-through", Map.of(), "x")).containsExactly("x");
    assertThat(run("filter", Map.of("min_value", 2L), 1L, 2L, 3.5)).containsExactly(2L, 3.5);
    assertThat(run("calculator", Map.of("operation", "multiply", "operand", 3L), 5L))
        .containsExactly(15L);
    assertThat(run("counter", Map.of("initial_count", 5L), "a", "b"))
        .containsExactly(Map.of("value", "a", "count", 6L), Map.of("value", "b", "count", 7L))
        .inOrder();
    assertThat(run("repeat", Map.of("count", 3L), 2L))
        .containsExactly(
            Map.of("index", 0L, "value", 0L),
            Map.of("index", 1L, "value", 2L),
            Map.of("index", 2L, "value", 4L))
        .inOrder();
    assertThat(run("format", Map.of(), 1.0, "t"))
        .containsExactly(
            Map.of("result", 1.0, "formatted", "Result: 1.0"),
            Map.of("result", "t", "formatted", "Result: t"))
        .inOrder();
    assertThat(run("buffer", Map.of("size", 2L), 1L, 2L, 3L))
        .containsExactly(List.of(1L, 2L), List.of(3L))
        .inOrder();
  }

  private List<@Nullable Object> run(
      String id, Map<String, @Nullable Object> params, @Nullable Object... items) throws Exception {
    try (HostedNode node = Nodes.open(session(), Nodes.bundled(id), params)) {
      List<@Nullable Object> outputs = Nodes.process(node, items);
      outputs.addAll(Nodes.flush(node));
      return outputs;
    }
  }

  private static final String LAZY =
      """
      class Lazy:
          def __init__(self):
              self.log = []
          def process(self, item):
              if item == "log":
                  return self.log
              return self.produce(item)
          def produce(self, item):
              try:
                  for i in range(item):
                      self.log.append(i)
                      yield i
              finally:
                  self.log.append("closed")
      """;

  @Test
  void generatorsAreAskedOnlyAsFarAsDemanded() throws Exception {
    HostedNode lazy = node(LAZY);
    List<@Nullable Object> outputs = new ArrayList<>();
    lazy.process(
        Nodes.batch(1_000_000_000L),
        value -> {
          outputs.add(value);
          return outputs.size() < 3;
        });
    assertThat(outputs).containsExactly(0L, 1L, 2L).inOrder();
    assertThat(Nodes.process(lazy, "log")).containsExactly(List.of(0L, 1L, 2L, "closed"));
  }

  @Test
  void nodesThatTakeTheWholeStream() throws Exception {
    for (String head : List.of("", "import asyncio\n")) {
      HostedNode node =
          node(
              head
                  + """
                  class It:
                      is_streaming = True
                      async def process(self, stream):
                          total = 0
                          async for item in stream:
                              total += item
                              yield total
                          yield {"total": total}
                      def flush(self):
                          return "flushed"
                  """);
      assertThat(Nodes.process(node, 1L, 2L)).containsExactly(1L, 3L).inOrder();
      NodeFailure failure = failure(() -> Nodes.process(node, "text"));
      assertThat(failure.kind()).isEqualTo(ErrorKind.TYPE);
      assertThat(Nodes.process(node, 4L)).containsExactly(4L);
      assertThat(Nodes.flush(node)).containsExactly(Map.of("total", 4L), "flushed").inOrder();
    }
  }

  @Test
  void everySessionEndsAlsoAfterOneThatFails() throws Exception {
    try (HostedNode node =
        node(
            """
            import graft

            @graft.node(id="ends", version="1.0", summary="Ends.", state={"items": list[object]})
            class Ends:
                def __init__(self):
                    self.items = []

                def process(self, item: object) -> object:
                    self.items.append(item["v"])

                def flush(self) -> object:
                    yield len(self.items)
                    if "bad" in self.items:
                        raise ValueError(f"bad session of {len(self.items)}")
                    yield self.items
            """)) {
      Object[] items =
          Stream.of("a", "b", "c", "d", "b", "e")
              .map(key -> Map.of("session_id", key, "v", "bd".contains(key) ? "bad" : key + key))
              .toArray();
      assertThat(Nodes.process(node, items)).isEmpty();

      List<@Nullable Object> outputs = new ArrayList<>();
      NodeFailureException failed =
          assertThrows(NodeFailureException.class, () -> node.flush(outputs::add));

      assertThat(outputs)
          .containsExactly(1L, List.of("aa"), 2L, 1L, List.of("cc"), 1L, 1L, List.of("ee"))
          .inOrder();
      assertThat(failed.failure().headline())
          .isEqualTo("node \"it\", end, session \"b\": ValueError: bad session of 2 [INVALID]");
      assertThat(failed.others().stream().map(other -> other.failure().headline()))
          .containsExactly(
              "node \"it\", end, session \"d\": ValueError: bad session of 1 [INVALID]");
      assertThat(failed.others().getFirst().failure().traceback().orElse("")).contains("in flush");
    }
  }

  @Test
  void ofManySessionsThatFailEachIsToldAndTwentyWithTheirTraceback() throws Exception {
    try (HostedNode node =
        node(
            """
            import graft

            @graft.node(id="never", version="1.0", summary="Never ends.", state={"n": int})
            class Never:
                def __init__(self):
                    self.n = 0

                def process(self, item: object) -> object:
                    self.n += 1

                def flush(self) -> object:
                    raise ValueError("no")
            """)) {
      for (int i = 0; i < 30; i++) {
        Nodes.process(node, Map.of("session_id", "s" + i));
      }

      NodeFailureException failed =
          assertThrows(NodeFailureException.class, () -> node.flush(value -> true));

      List<NodeFailure> all = new ArrayList<>(List.of(failed.failure()));
      failed.others().forEach(other -> all.add(other.failure()));
      assertThat(all.stream().map(each -> each.session().orElse("")))
          .containsExactlyElementsIn(IntStream.range(0, 30).mapToObj(i -> "s" + i).toList())
          .inOrder();
      assertThat(all.stream().filter(each -> each.traceback().isPresent()).count()).isEqualTo(20);
    }
  }

  @Test
  void anEmitterThatThrowsClosesTheGeneratorAndHarmsNothing() throws Exception {
    HostedNode lazy = node(LAZY);
    IllegalStateException thrown =
        assertThrows(
            IllegalStateException.class,
            () ->
                lazy.process(
                    Nodes.batch(10L),
                    value -> {
                      throw new IllegalStateException("downstream");
                    }));
    assertThat(thrown).hasMessageThat().isEqualTo("downstream");
    assertThat(Nodes.process(lazy, "log")).containsExactly(List.of(0L, "closed"));
  }

  private static final String FAILING =
      """
      class Odd(Exception):
          pass

      class Failing:
          def __init__(self):
              self.seen = []
          def process(self, item):
              if item == "seen":
                  return self.seen
              self.seen.append(item)
              if item == "exit":
                  raise SystemExit(3)
              if item == "odd":
                  raise Odd("strange")
              if item == "set":
                  return {"items": [1, range(2)]}
              if item == "some":
                  return self.some()
              return 1 // item
          def some(self):
              yield "first"
              raise KeyError("second")  # the line that failed
      """;

  @Test
  void failuresCarryKindIndexAndTraceback() throws Exception {
    HostedNode node = node(FAILING);
    List<@Nullable Object> outputs = new ArrayList<>();
    NodeFailure failure = failure(() -> node.process(Nodes.batch(1L, 0L, 1L), outputs::add));
    assertThat(outputs).containsExactly(1L);
    assertThat(failure.kind()).isEqualTo(ErrorKind.ARITHMETIC);
    assertThat(failure.phase()).isEqualTo(Phase.STEP);
    assertThat(failure.index().getAsLong()).isEqualTo(1);
    assertThat(failure.nodeId()).isEqualTo("it");
    assertThat(failure.type()).isEqualTo("ZeroDivisionError");
    assertThat(failure.traceback().orElse("")).contains("return 1 // item");
    assertThat(failure.traceback().orElse("")).contains("line 19, in process");
    // Items after the failed one are untouched, and the node goes on.
    assertThat(Nodes.process(node, "seen")).containsExactly(List.of(1L, 0L));
  }

  @Test
  void failuresHaveTheSameKindsEverywhere() throws Exception {
    HostedNode node = node(FAILING);
    assertThat(failure(() -> Nodes.process(node, "odd")).kind().text()).isEqualTo("USER:Odd");
    assertThat(failure(() -> Nodes.process(node, "exit")).kind()).isEqualTo(ErrorKind.EXIT);
    assertThat(failure(() -> Nodes.process(node, "x")).kind()).isEqualTo(ErrorKind.TYPE);
    NodeFailure set = failure(() -> Nodes.process(node, "set"));
    assertThat(set.kind()).isEqualTo(ErrorKind.TYPE);
    assertThat(set.message()).isEqualTo("out.items[1]: range cannot cross; use list(...)");
    List<@Nullable Object> outputs = new ArrayList<>();
    NodeFailure some = failure(() -> node.process(Nodes.batch("some"), outputs::add));
    assertThat(outputs).containsExactly("first");
    assertThat(some.kind()).isEqualTo(ErrorKind.NOT_FOUND);
    assertThat(some.traceback().orElse("")).contains("# the line that failed");
  }

  @Test
  void pythonExceptionsAreJavaExceptions() throws Exception {
    String source =
        """
            class It:
                def process(self, item):
                    try:
                        return self.look(item)
                    except KeyError as error:
                        error.add_note("seen in winter")
                        raise ValueError("no such thing") from error
                def look(self, item):
                    return {}[item]
            """;
    HostedNode node = node(source);
    NodeFailureException failed =
        assertThrows(NodeFailureException.class, () -> Nodes.process(node, "q"));
    PythonException raised = assertInstanceOf(PythonException.class, failed.getCause());
    assertThat(raised.type()).isEqualTo("ValueError");
    assertThat(raised.text()).isEqualTo("no such thing");
    assertThat(raised).hasMessageThat().isEqualTo("ValueError: no such thing");
    String unit = Nodes.unit(source).module();
    assertThat(raised.getStackTrace()[0].toString())
        .isEqualTo("python/%s.process(%s.py:7)".formatted(unit, unit));
    assertThat(raised.getStackTrace()[1].getClassName()).startsWith("dev.graft.python.");
    PythonException cause = assertInstanceOf(PythonException.class, raised.getCause());
    assertThat(cause).hasMessageThat().isEqualTo("KeyError: 'q'\nseen in winter");
    assertThat(Stream.of(cause.getStackTrace()).limit(2).map(StackTraceElement::toString))
        .containsExactly(
            "python/%s.look(%s.py:9)".formatted(unit, unit),
            "python/%s.process(%s.py:4)".formatted(unit, unit))
        .inOrder();
    assertThat(cause).hasCauseThat().isNull();
  }

  @Test
  void whatWouldEndAProgramEndsOnlyTheItem() throws Exception {
    HostedNode node =
        node(
            """
            class Ends:
                def process(self, item):
                    if item == "deep":
                        return self.process(item)
                    if item:
                        raise eval(item)
                    return "fine"
            """);
    Map<String, String> kinds =
        Map.of(
            "SystemExit(3)", "EXIT",
            "KeyboardInterrupt()", "USER:KeyboardInterrupt",
            "MemoryError()", "USER:MemoryError",
            "RecursionError()", "RANGE",
            "deep", "RANGE");
    for (Map.Entry<String, String> each : kinds.entrySet()) {
      NodeFailure failure = failure(() -> Nodes.process(node, each.getKey()));
      assertThat(failure.kind().text()).isEqualTo(each.getValue());
      assertThat(Nodes.process(node, "")).containsExactly("fine");
    }
  }

  @Test
  void inputsThatAreNotPortableAreRefusedInTheirTurn() throws Exception {
    HostedNode echo = node(ECHO);
    List<@Nullable Object> outputs = new ArrayList<>();
    NodeFailure failure =
        failure(
            () ->
                echo.process(
                    Nodes.batch(1L, Map.of("a", new java.util.BitSet()), 2L), outputs::add));
    assertThat(outputs).containsExactly(List.of(1L));
    assertThat(failure.index().getAsLong()).isEqualTo(1);
    assertThat(failure.kind()).isEqualTo(ErrorKind.TYPE);
    assertThat(failure.message()).startsWith("in.a: expected a portable value");
  }

  @Test
  void paramsAndStatesThatAreNotPortableAreRefused() throws Exception {
    NodeFailure params =
        failure(
            () ->
                Nodes.open(
                    session(),
                    Nodes.bundled("counter"),
                    Map.of("initial_count", List.of(new java.util.BitSet()))));
    assertThat(params.phase()).isEqualTo(Phase.OPEN);
    assertThat(params.message()).startsWith("params.initial_count[0]: expected a portable value");
    HostedNode counter =
        Nodes.open(session(), Nodes.bundled("counter"), Map.of("initial_count", 3));
    NodeFailure state =
        failure(
            () ->
                counter.restore(
                    List.of(new KeyedState(null, Map.of("count", new java.util.BitSet())))));
    assertThat(state.phase()).isEqualTo(Phase.RESTORE);
    assertThat(state.message()).startsWith("state.count: expected a portable value");
    assertThat(Nodes.process(counter, "x")).containsExactly(Map.of("value", "x", "count", 4L));
  }

  @Test
  void loadingAndOpeningFailWithTheirPhase() throws Exception {
    PythonNode atLoad =
        Nodes.of("raise ValueError('at load')\nclass A:\n    def process(self, x): return x\n");
    NodeFailure load = failure(() -> Nodes.open(session(), atLoad));
    assertThat(load.phase()).isEqualTo(Phase.LOAD);
    assertThat(load.kind()).isEqualTo(ErrorKind.INVALID);
    PythonNode atOpen =
        Nodes.of("class B:\n    def __init__(self): self.no\n    def process(self, x): return x\n");
    NodeFailure open = failure(() -> Nodes.open(session(), atOpen));
    assertThat(open.phase()).isEqualTo(Phase.OPEN);
    assertThat(open.kind().text()).isEqualTo("USER:AttributeError");
    assertThat(open.traceback().orElse("")).contains("self.no");
  }

  @Test
  void aMissingPackageIsARefusalNotAFailure() throws Exception {
    PythonNode node =
        Nodes.of("import no_such_package\nclass A:\n    def process(self, x): return x\n");
    HostingRefusedException refused =
        assertThrows(HostingRefusedException.class, () -> Nodes.open(session(), node));
    assertThat(refused.backend()).isEqualTo(backend.id());
    assertThat(refused.reason()).startsWith("missing package: no_such_package (imported at ");
    assertThat(refused.reason()).contains(".py:1");
  }

  @Test
  void stateMovesByKey() throws Exception {
    PythonNode counter = Nodes.bundled("counter");
    List<KeyedState> states;
    try (HostedNode first = Nodes.open(session(), counter)) {
      first.process(
          List.of(new Item(0, "k", 1L), new Item(1, null, 2L), new Item(2, "k", 3L)), v -> true);
      states = first.snapshot();
    }
    assertThat(states)
        .containsExactly(
            new KeyedState("k", Map.of("count", 2L)), new KeyedState(null, Map.of("count", 1L)))
        .inOrder();
    try (BackendSession other = backend.openSession();
        HostedNode second = Nodes.open(other, counter)) {
      second.restore(states);
      List<@Nullable Object> outputs = new ArrayList<>();
      second.process(List.of(new Item(0, "k", "v")), outputs::add);
      assertThat(outputs).containsExactly(Map.of("value", "v", "count", 3L));
    }
  }

  @Test
  void stateThatCannotCrossFailsInItsPhase() throws Exception {
    HostedNode node =
        node(
            "class S:\n    def __init__(self): self.a = range(1)\n    def process(self, x): return x\n");
    NodeFailure failure = failure(node::snapshot);
    assertThat(failure.phase()).isEqualTo(Phase.SNAPSHOT);
    assertThat(failure.message()).contains("range cannot cross; use list(...)");
  }

  @Test
  void oneSessionSeesNothingOfAnother() throws Exception {
    PythonNode node =
        Nodes.of(
            """
            calls = []
            class Global:
                def process(self, item):
                    calls.append(item)
                    return len(calls)
            """);
    for (int i = 0; i < 2; i++) {
      try (BackendSession session = backend.openSession();
          HostedNode hosted = Nodes.open(session, node)) {
        assertThat(Nodes.process(hosted, "x", "y")).containsExactly(1L, 2L).inOrder();
      }
    }
  }

  @Test
  void siblingsAreImportedFromTheRoots(@TempDir Path root) throws Exception {
    Files.writeString(root.resolve("helper_of_test.py"), "FACTOR = 6\n");
    Files.createDirectories(root.resolve("deep_of_test"));
    Files.writeString(root.resolve("deep_of_test/__init__.py"), "from .inner import ADDED\n");
    Files.writeString(root.resolve("deep_of_test/inner.py"), "ADDED = 1\n");
    String source =
        """
        from .helper_of_test import FACTOR
        import deep_of_test
        class Sibling:
            def process(self, item):
                return item * FACTOR + deep_of_test.ADDED
        """;
    PythonUnit unit =
        new PythonUnit(
            "sibling_test",
            root.resolve("sibling.py").toString(),
            source,
            Optional.of("graft_test_pkg"),
            List.of(root),
            Map.of("graft_test_pkg", "graft.compat"));
    assertThat(Nodes.process(Nodes.open(session(), Nodes.of(unit)), 7L)).containsExactly(43L);
  }

  @Test
  void cleanupRunsOnceAndItsFailureIsTold() throws Exception {
    HostedNode node =
        node(
            """
            class C:
                def process(self, item): return item
                def cleanup(self): raise OSError("cannot clean up")
            """);
    NodeFailure failure = failure(node::close);
    assertThat(failure.phase()).isEqualTo(Phase.CLOSE);
    assertThat(failure.kind()).isEqualTo(ErrorKind.IO);
    node.close();
  }

  @Test
  void nodesOfOneSessionDoNotDisturbEachOther() throws Exception {
    HostedNode one = Nodes.open(session(), Nodes.bundled("counter"));
    HostedNode two = Nodes.open(session(), Nodes.bundled("counter"), Map.of("initial_count", 10L));
    assertThat(Nodes.process(one, "x")).containsExactly(Map.of("value", "x", "count", 1L));
    assertThat(Nodes.process(two, "x")).containsExactly(Map.of("value", "x", "count", 11L));
    one.close();
    assertThat(Nodes.process(two, "x")).containsExactly(Map.of("value", "x", "count", 12L));
  }

  @Test
  void largeBatchesPass() throws Exception {
    HostedNode echo = node(ECHO);
    List<@Nullable Object> items = new ArrayList<>();
    for (long i = 0; i < 3000; i++) {
      items.add("item " + i + "x".repeat(100));
    }
    assertThat(Nodes.process(echo, items.toArray())).hasSize(3000);
  }

  @Test
  void saysWhoServes() throws Exception {
    PythonNode node = Nodes.bundled("double");
    HostedNode hosted = Nodes.open(session(), node);
    assertThat(hosted.servedBy().backend()).isEqualTo(backend.id());
    assertThat(hosted.servedBy().codeHash()).isEqualTo(node.unit().hash());
  }

  @Test
  void refusesNodesThatNeedWhatIsNotThere() throws Exception {
    PythonNode torch =
        Nodes.of(
            """
            import graft
            @graft.node(id="t", version="1.0", summary="Needs torch.", packages=["torch", "peft"])
            class T:
                def process(self, item: int) -> int:
                    return item
            """);
    assertThat(backend.status().available()).isTrue();
    assertThat(backend.hosts(torch)).isEqualTo(new Hosting.Refused("missing: peft, torch"));
    assertThat(backend.hosts(Nodes.bundled("double"))).isEqualTo(new Hosting.Accepted());
  }
}
