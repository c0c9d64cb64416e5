package dev.graft.runtime.run;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.backend.BackendSettings;
import dev.graft.runtime.failure.Phase;
import dev.graft.runtime.json.TypedJson;
import dev.graft.runtime.manifest.ManifestException;
import dev.graft.runtime.manifest.ManifestReader;
import dev.graft.runtime.manifest.Problem;
import java.io.IOException;
import java.net.URL;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PipelineTest {
  private final List<@Nullable Object> outputs = new ArrayList<>();
  @TempDir Path folder = Path.of("");

  @Test
  void runsAChainAndFlushesItOnce() throws Exception {
    RunSummary summary =
        run("[{'id':'a','type':'repeats','params':{'n':2}},{'id':'b','type':'sums'}]", 1L, 2L, 3L);

    assertThat(outputs).containsExactly(12L);
    assertThat(summary.items()).isEqualTo(3);
    assertThat(summary.outputs()).isEqualTo(1);
    assertThat(summary.stages().get(1).taken()).isEqualTo(6);
    assertThat(summary.stages().get(0).servedBy().backend()).isEqualTo(BackendId.JAVA);
    assertThat(summary.stages().get(0).servedBy().codeHash()).hasLength(64);
  }

  @Test
  void followsTheConnectionsWhateverTheOrderOfTheFile() throws Exception {
    run(
        "[{'id':'b','type':'sums'},{'id':'a','type':'repeats'}], 'connections':[{'from':'a','to':'b'}]",
        2L);

    assertThat(outputs).containsExactly(6L);
  }

  @Test
  void keepsTheStateOfEachSessionApart() throws Exception {
    run(
        "[{'id':'b','type':'sums'}]",
        Map.of("session_id", "x", "v", 1L),
        Map.of("session_id", "y", "v", 10L),
        5L,
        Map.of("session_id", "x", "v", 2L));

    assertThat(outputs).containsExactly(3L, 10L, 5L).inOrder();
  }

  @Test
  void endsWithTheFirstFailureAndDeliversWhatCameBefore() {
    RunFailedException e =
        assertThrows(
            RunFailedException.class,
            () -> run("[{'id':'f','type':'fails-on'},{'id':'b','type':'sums'}]", 1L, 3L, 5L));

    assertThat(outputs).isEmpty();
    assertThat(e.failure().get().nodeId()).isEqualTo("f");
    assertThat(e.failure().get().phase()).isEqualTo(Phase.STEP);
    assertThat(e.failure().get().index()).isEqualTo(OptionalLong.of(1));
    assertThat(e)
        .hasMessageThat()
        .isEqualTo(
            "node \"f\", step, item 1: java.lang.IllegalArgumentException: will not take 3"
                + " [INVALID]");
  }

  @Test
  void neverSendsAFailureThroughAnotherNodesCode() {
    RunFailedException e =
        assertThrows(
            RunFailedException.class,
            () -> run("[{'id':'s','type':'swallows'},{'id':'f','type':'fails-on'}]", 1L, 3L, 4L));

    assertThat(e.failure().get().nodeId()).isEqualTo("f");
    assertThat(outputs).containsExactly(1L, 3L).inOrder();
  }

  @Test
  void stopsAnEndlessNodeWhenItsFollowerFails() {
    assertThrows(
        RunFailedException.class,
        () ->
            run(
                "[{'id':'r','type':'repeats','params':{'n':1000000000000}},{'id':'f','type':'fails-on'}]",
                3L));

    assertThat(outputs).containsExactly(3L);
  }

  @Test
  void skipsAndCounts() throws Exception {
    RunSummary summary = run("[{'id':'f','type':'fails-on'}], 'on_error':'skip'", 3L, 1L, 3L, 2L);

    assertThat(outputs).containsExactly(3L, 1L, 3L, 2L).inOrder();
    assertThat(summary.stages().getFirst().rejected()).isEqualTo(2);
    assertThat(summary.events()).hasSize(2);
  }

  @Test
  void setsDeadLettersAside() throws Exception {
    run("[{'id':'f','type':'fails-on','on_error':{'dead_letter':'bad.jsonl'}}]", 1L, 3L, 2L);

    List<String> lines = Files.readAllLines(folder.resolve("bad.jsonl"));
    Map<?, ?> letter =
        (Map<?, ?>) Objects.requireNonNull(TypedJson.read(lines.getFirst(), "bad.jsonl"));
    assertThat(lines).hasSize(1);
    assertThat(letter.get("item")).isEqualTo(3L);
    assertThat(letter.get("kind")).isEqualTo("INVALID");
    assertThat((String) letter.get("traceback")).contains("will not take 3");
  }

  @Test
  void setsASessionThatFailsAtTheEndAsideAndEndsTheOthers() throws Exception {
    RunSummary summary =
        run(
            "[{'id':'f','type':'fails-at-some-ends','on_error':{'dead_letter':'bad.jsonl'}}]",
            Map.of("session_id", "a", "v", 1L),
            Map.of("session_id", "b", "v", 3L),
            Map.of("session_id", "c", "v", 5L),
            Map.of("session_id", "d", "v", 3L),
            Map.of("session_id", "b", "v", 4L),
            Map.of("session_id", "e", "v", 9L));

    assertThat(outputs).containsExactly(1L, 7L, 5L, 3L, 9L).inOrder();
    assertThat(summary.stages().getFirst().rejected()).isEqualTo(2);
    assertThat(summary.events().getFirst().text())
        .isEqualTo(
            "node \"f\", end, session \"b\": java.lang.IllegalStateException: no end of 3 [STATE]");
    List<Object> sessions = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve("bad.jsonl"))) {
      Map<?, ?> letter = (Map<?, ?>) Objects.requireNonNull(TypedJson.read(line, "bad.jsonl"));
      sessions.add(Objects.requireNonNull(letter.get("session")));
      assertThat(letter).containsEntry("item", null);
    }
    assertThat(sessions).containsExactly("b", "d").inOrder();
  }

  /** The tests of this module run with a quarter of the memory that these items have together. */
  @Test
  void keepsNoItemThatHasPassed() throws Exception {
    int items = 10_000;
    RunSummary summary =
        run(
            "[{'id':'a','type':'swallows'},{'id':'b','type':'fails-on'},{'id':'c','type':'counts'}]",
            IntStream.range(0, items).mapToObj(i -> "x".repeat(100_000) + i).iterator());

    assertThat(summary.items()).isEqualTo(items);
    assertThat(outputs).containsExactly((long) items);
  }

  @Test
  void refusesABackendThatIsNotThereAndNamesTheReason() {
    RunFailedException failed =
        assertThrows(
            RunFailedException.class,
            () -> open("[{'id':'a','type':'sums','prefer':['java']}]", true));
    assertThat(failed).hasMessageThat().contains("node \"a\" can run on no backend:\n  java: ");
  }

  @Test
  void saysWhatIsWrongWithAPlan() {
    assertThat(refused("[{'id':'a','type':'sum'}]"))
        .containsExactly("node \"a\": there is no node type \"sum\". Did you mean \"sums\"?");
    assertThat(refused("[{'id':'a','type':'SumsNode'}]").getFirst())
        .isEqualTo(
            "node \"a\": there is no node type \"SumsNode\". There is one with the id \"sums\".");
    assertThat(refused("[{'id':'a','type':'sums','backend':'cpython'}]"))
        .containsExactly(
            "node \"a\": type \"sums\" has no implementation for cpython. It runs on: java. If there is one in a file of yours, name that in \"python.nodes\" or with --nodes.");
    assertThat(refused("[{'id':'a','type':'top-words'}]").getFirst())
        .endsWith(
            " `graft nodes` lists all. If it is in a file or jar of yours, name that with --nodes or --plugins, or in graft.json.");
    assertThat(refused("[{'id':'a','type':'sums','params':{'m':1,'n':-1}}]"))
        .containsExactly(
            "node \"a\": params.m: there is no such parameter. Known are: n.",
            "node \"a\": params.n: must be at least 0, got -1.");
  }

  private List<String> refused(String nodes) {
    return assertThrows(ManifestException.class, () -> open(nodes, false)).problems().stream()
        .map(Problem::words)
        .toList();
  }

  private void open(String nodes, boolean withoutBackends) throws Exception {
    ClassLoader loader = withoutBackends ? new NoBackends() : getClass().getClassLoader();
    try (GraftRuntime runtime =
        GraftRuntime.create(new BackendSettings(folder, Optional.empty()), loader)) {
      runtime.open(runtime.plan(ManifestReader.read(manifest(nodes), "m.json", folder))).close();
    }
  }

  private RunSummary run(String nodes, Object... items)
      throws ManifestException, RunFailedException {
    return run(nodes, List.of(items).iterator());
  }

  @Test
  void refusesToPromiseWhatAJavaNodeCannotKeep() {
    ManifestException e =
        assertThrows(
            ManifestException.class,
            () ->
                run(
                    "[{'id':'b','type':'sums','deadline_ms':100,'isolated':true,'streaming':'item'}]",
                    1L));

    assertThat(e.problems().stream().map(Problem::words))
        .containsExactly(
            "node \"b\": deadline_ms: Java code cannot be stopped from outside. Remove it.",
            "node \"b\": isolated: Java nodes share their JVM. Remove it.",
            "node \"b\": streaming: how a Java node takes its items is in its own signature. Remove"
                + " it.");
  }

  @Test
  void refusesToLimitAJavaNode() {
    assertThat(refused("[{'id':'b','type':'sums','limits':{'cpu_s':5}}]"))
        .containsExactly(
            "node \"b\": limits: only a worker process can be limited, and this node may run on"
                + " java. Remove it.");
  }

  private RunSummary run(String nodes, Iterator<?> items)
      throws ManifestException, RunFailedException {
    try (GraftRuntime runtime =
        GraftRuntime.create(
            new BackendSettings(folder, Optional.empty()), getClass().getClassLoader())) {
      Pipeline pipeline =
          runtime.open(runtime.plan(ManifestReader.read(manifest(nodes), "m.json", folder)));
      return pipeline.run(ItemSource.of(items), outputs::add);
    }
  }

  @Test
  void whoCancelsMayCloseTheInput() throws Exception {
    try (GraftRuntime runtime =
        GraftRuntime.create(
            new BackendSettings(folder, Optional.empty()), getClass().getClassLoader())) {
      String nodes = manifest("[{'id':'b','type':'sums'}]");
      Pipeline pipeline = runtime.open(runtime.plan(ManifestReader.read(nodes, "m.json", folder)));
      ItemSource closed =
          new ItemSource() {
            @Override
            public boolean next() throws IOException {
              pipeline.cancel();
              throw new ClosedChannelException();
            }

            @Override
            public @Nullable Object value() {
              return null;
            }
          };
      assertThat(pipeline.run(closed, outputs::add).items()).isEqualTo(0);
      assertThat(outputs).isEmpty();
    }
  }

  private static String manifest(String nodes) {
    return "{'version':'1','name':'test','nodes':%s}".formatted(nodes).replace('\'', '"');
  }

  /** Hides the services of backends, as if their module were missing. */
  private static final class NoBackends extends ClassLoader {
    NoBackends() {
      super(PipelineTest.class.getClassLoader());
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
      return name.endsWith("BackendProvider")
          ? Collections.emptyEnumeration()
          : super.getResources(name);
    }
  }
}
