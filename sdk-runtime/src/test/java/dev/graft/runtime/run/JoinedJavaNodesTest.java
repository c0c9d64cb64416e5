package dev.graft.runtime.run;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.graft.runtime.backend.BackendSettings;
import dev.graft.runtime.manifest.ManifestReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Neighbours in Java hand their values on by themselves, and nobody can tell. */
@Timeout(120)
final class JoinedJavaNodesTest {
  private static final List<String> TYPES =
      List.of(
          "fails-on",
          "repeats",
          "sums",
          "totals",
          "counts",
          "swallows",
          "fails-at-end",
          "fails-at-some-ends");

  @TempDir Path folder = Path.of("");

  /** What a run does that is measured, where each node takes its items by itself. */
  @Test
  void pipelinesDoTheSameAsNodeByNode() throws Exception {
    for (int seed = 0; seed < 300; seed++) {
      String pipeline = pipeline(new Random(seed));

      assertWithMessage("seed %s: %s", seed, pipeline)
          .that(did(pipeline, RunOptions.DEFAULT))
          .isEqualTo(did(pipeline, RunOptions.DEFAULT.withProfile(true)));
    }
  }

  private static String pipeline(Random random) {
    String policy = random.nextBoolean() ? "skip" : "fail";
    return IntStream.range(0, 2 + random.nextInt(3))
        .mapToObj(
            i ->
                "{'id':'n%d','type':'%s','params':{'n':%d},'on_error':'%s'}"
                    .formatted(
                        i, TYPES.get(random.nextInt(TYPES.size())), random.nextInt(5), policy))
        .collect(Collectors.joining(","));
  }

  /** Outputs, then what each node counted, then how it failed. */
  private List<String> did(String nodes, RunOptions options) throws Exception {
    List<String> did = new ArrayList<>();
    Iterator<Object> items =
        LongStream.range(0, 12)
            .mapToObj(i -> i % 4 == 3 ? Map.of("session_id", "s" + i % 3, "v", i) : (Object) i)
            .iterator();
    try (GraftRuntime runtime = runtime()) {
      Pipeline pipeline = open(runtime, nodes, options);
      try {
        pipeline.run(ItemSource.of(items), value -> did.add(String.valueOf(value)));
      } catch (RunFailedException e) {
        did.add(e.failure().map(failure -> failure.headline()).orElseThrow());
      }
      for (RunSummary.StageSummary stage : pipeline.summary().stages()) {
        did.add(
            "%s took %d, emitted %d, rejected %d"
                .formatted(stage.nodeId(), stage.taken(), stage.emitted(), stage.rejected()));
      }
      pipeline.summary().events().forEach(event -> did.add(event.text()));
    }
    return did;
  }

  @Test
  void aFailureThatEndsTheRunEndsTheCallsBeforeIt() throws Exception {
    try (GraftRuntime runtime = runtime();
        Pipeline pipeline =
            open(
                runtime,
                "{'id':'a','type':'repeats','params':{'n':9}},{'id':'b','type':'fails-on','params':{'n':1}}",
                RunOptions.DEFAULT)) {
      assertThrows(
          RunFailedException.class,
          () -> pipeline.run(ItemSource.of(List.<Object>of(1L).iterator()), value -> {}));
      assertThat(pipeline.summary().stages().get(0).emitted()).isEqualTo(1);
      assertThat(pipeline.summary().stages().get(1).taken()).isEqualTo(1);
    }
  }

  @Test
  void aChainThatLetsNothingOutHearsThatTheRunWasEnded() throws Exception {
    try (GraftRuntime runtime = runtime();
        Pipeline pipeline =
            open(
                runtime,
                "{'id':'a','type':'repeats','params':{'n':500000000}},{'id':'b','type':'counts'}",
                RunOptions.DEFAULT)) {
      Thread ends =
          Thread.ofPlatform()
              .start(
                  () -> {
                    while (pipeline.progress().items() == 0) {
                      Thread.onSpinWait();
                    }
                    pipeline.cancel();
                  });
      pipeline.run(ItemSource.of(List.<Object>of(1L).iterator()), value -> {});
      ends.join();
      assertThat(pipeline.summary().stages().getFirst().emitted()).isLessThan(500_000_000L);
    }
  }

  @Test
  void theyAreJoined() throws Exception {
    try (GraftRuntime runtime = runtime();
        Pipeline pipeline =
            open(
                runtime,
                "{'id':'a','type':'repeats'},{'id':'b','type':'repeats'}",
                RunOptions.DEFAULT)) {
      StackTraceElement[][] stack = new StackTraceElement[1][];
      pipeline.run(
          ItemSource.of(List.<Object>of(1L).iterator()),
          value -> stack[0] = Thread.currentThread().getStackTrace());
      List<String> classes =
          List.of(stack[0]).stream().map(StackTraceElement::getClassName).toList();
      assertThat(classes).contains("dev.graft.runtime.java.JavaChain");
      assertThat(classes).doesNotContain(NodeStage.class.getName());
    }
  }

  @Test
  void whatTheSinkThrowsIsNoFailureOfANode() throws Exception {
    for (boolean joined : new boolean[] {true, false}) {
      List<@Nullable Object> outputs = new ArrayList<>();
      try (GraftRuntime runtime = runtime();
          Pipeline pipeline =
              open(
                  runtime,
                  "{'id':'a','type':'repeats','on_error':'skip'},{'id':'b','type':'repeats','on_error':'skip'}",
                  RunOptions.DEFAULT.withProfile(!joined))) {
        ItemSink full =
            value -> {
              outputs.add(value);
              throw new IllegalStateException("full");
            };
        IllegalStateException thrown =
            assertThrows(
                IllegalStateException.class,
                () -> pipeline.run(ItemSource.of(List.<Object>of(1L, 2L).iterator()), full));
        assertThat(thrown).hasMessageThat().isEqualTo("full");
        assertThat(outputs).containsExactly(1L);
        assertThat(pipeline.summary().events()).isEmpty();
      }
    }
  }

  private static GraftRuntime runtime() {
    return GraftRuntime.create(new BackendSettings(Path.of("target/cache"), Optional.empty()));
  }

  private Pipeline open(GraftRuntime runtime, String nodes, RunOptions options) throws Exception {
    String json = "{'version':'1','name':'t','nodes':[" + nodes + "]}";
    return runtime.open(
        runtime.plan(ManifestReader.read(json.replace('\'', '"'), "t.json", folder)), options);
  }
}
