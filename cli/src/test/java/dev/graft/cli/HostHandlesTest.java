package dev.graft.cli;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.graft.node.ErrorKind;
import dev.graft.nodes.host.DataSink;
import dev.graft.nodes.host.DataSource;
import dev.graft.runtime.failure.NodeFailure;
import dev.graft.runtime.failure.Phase;
import dev.graft.runtime.run.ItemSource;
import dev.graft.runtime.run.LoadedPipeline;
import dev.graft.runtime.run.Pipeline;
import dev.graft.runtime.run.RunFailedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A program gives handles to the nodes of a pipeline, and talks to it while it runs. */
@Timeout(120)
final class HostHandlesTest {
  private static final String SOURCE = "{'id':'in','type':'data-source'%s}";
  private static final String FOR_EVER = ",'params':{'timeout_seconds':0}";
  private static final String COUNTER = "{'id':'n','type':'counter'}";
  private static final String SINK = "{'id':'out','type':'data-sink'%s}";

  private final DataSource in = new DataSource();
  private final List<@Nullable Object> outputs = new ArrayList<>();
  @TempDir Path folder = Path.of("");

  @Test
  void whatIsOfferedGoesThroughThePipelineAndIsSeen() throws Exception {
    DataSink out = new DataSink();
    LoadedPipeline loaded =
        load(SOURCE.formatted(""), COUNTER, SINK.formatted(",'params':{'buffer_output':true}"));
    try (Pipeline pipeline = loaded.with("in", in).with("out", out).open()) {
      Thread producer =
          Thread.startVirtualThread(
              () -> {
                LongStream.range(0, 5000).forEach(this::offerPatiently);
                in.close();
              });
      run(pipeline);
      producer.join();
    }
    assertThat(outputs).hasSize(5000);
    assertThat(out.total()).isEqualTo(5000);
    assertThat(out.buffered()).isEqualTo(outputs.subList(4900, 5000));
  }

  private void offerPatiently(long item) {
    try {
      if (!in.offer(item, Duration.ofSeconds(30))) {
        throw new IllegalStateException("refused " + item);
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void theExampleOfTheDocsIsThis() throws Exception {
    Path file = write(SOURCE.formatted(""), COUNTER, SINK.formatted(""));
    // from here
    DataSource in = new DataSource();
    DataSink out = new DataSink(item -> System.out.println("passed: " + item));
    try (Pipeline pipeline = Pipeline.load(file).with("in", in).with("out", out).open()) {
      Thread producer = Thread.startVirtualThread(() -> List.of("a", "b", "c").forEach(in::offer));
      producer.join();
      in.close();
      pipeline.run(ItemSource.of(Collections.emptyIterator()), output -> {});
    }
    // to here
    assertThat(out.total()).isEqualTo(3);
    String self =
        Files.readString(Path.of("src/test/java/dev/graft/cli/HostHandlesTest.java"))
            .replaceAll("(?s).*?// from here\n(.*?)\n    // to here.*", "$1")
            .stripIndent();
    assertThat(Files.readString(Path.of("..", "docs", "pipelines.md")))
        .contains("```java\n" + self + "\n```\n");
  }

  @Test
  void cancellingWakesASourceThatWaits() throws Exception {
    try (Pipeline pipeline = load(SOURCE.formatted(FOR_EVER), COUNTER).with("in", in).open()) {
      CountDownLatch emitted = new CountDownLatch(1);
      CompletableFuture<Long> ended = new CompletableFuture<>();
      Thread runner =
          Thread.ofPlatform()
              .start(
                  () -> {
                    try {
                      pipeline.run(nothing(), output -> emitted.countDown());
                      ended.complete(System.nanoTime());
                    } catch (RunFailedException e) {
                      ended.completeExceptionally(e);
                    }
                  });
      assertThat(in.offer("a")).isTrue();
      emitted.await();
      long start = System.nanoTime();
      pipeline.cancel();
      long took = ended.get(30, TimeUnit.SECONDS) - start;
      runner.join();
      // Some milliseconds; without being woken it would wait for ever.
      assertWithMessage("ms").that(took / 1_000_000).isLessThan(2000);
      assertThat(in.offer("b")).isFalse();
    }
  }

  @Test
  void aFailureInAnotherThreadWakesASourceThatWaits() throws Exception {
    Files.writeString(
        folder.resolve("own.py"), "class Fails:\n    def process(self, item): return 1 / item\n");
    LoadedPipeline loaded =
        load(SOURCE.formatted(FOR_EVER), "{'id':'f','type':'fails','backend':'cpython'}");
    try (Pipeline pipeline = loaded.with("in", in).open()) {
      assertThat(in.offer(0L)).isTrue();
      RunFailedException e = assertThrows(RunFailedException.class, () -> run(pipeline));
      assertThat(e.failure().orElseThrow().kind()).isEqualTo(ErrorKind.ARITHMETIC);
    }
  }

  @Test
  void anIteratorThatIsClosedEndsTheSource() throws Exception {
    try (Pipeline pipeline = load(SOURCE.formatted(FOR_EVER)).with("in", in).open()) {
      assertThat(in.offer("a")).isTrue();
      try (var iterator = pipeline.iterate(nothing())) {
        assertThat(iterator.next()).isEqualTo("a");
      }
    }
    assertThat(in.offer("b")).isFalse();
  }

  @Test
  void whatTheCallbackThrowsIsAFailureOfTheNode() throws Exception {
    DataSink out =
        new DataSink(
            item -> {
              throw new IllegalArgumentException("not this one");
            });
    try (Pipeline pipeline = load(COUNTER, SINK.formatted("")).with("out", out).open()) {
      RunFailedException e =
          assertThrows(
              RunFailedException.class,
              () -> pipeline.run(ItemSource.of(List.of(1L, 2L).iterator()), outputs::add));
      NodeFailure failure = e.failure().orElseThrow();
      assertThat(failure.nodeId()).isEqualTo("out");
      assertThat(failure.phase()).isEqualTo(Phase.STEP);
      assertThat(failure.kind()).isEqualTo(ErrorKind.INVALID);
      assertThat(failure.index()).isEqualTo(OptionalLong.of(0));
      assertThat(failure.message()).isEqualTo("not this one");
    }
    assertThat(out.total()).isEqualTo(0);
    assertThat(outputs).isEmpty();
  }

  @Test
  void aHandleForNobodyIsRefused() throws Exception {
    assertThat(refusal(load(SOURCE.formatted("")).with("inn", in)))
        .isEqualTo("there is no node \"inn\" to give a handle to. Did you mean \"in\"?");
    assertThat(refusal(load(SOURCE.formatted("")).with("in", new DataSink())))
        .contains("it takes a DataSource, and was given a DataSink [TYPE]");
    assertThat(refusal(load(COUNTER).with("n", new DataSink())))
        .isEqualTo("node \"n\" takes no handle, but was given a DataSink. Remove it.");
  }

  @Test
  void aHandleIsGoodForOneRun() throws Exception {
    LoadedPipeline loaded = load(SOURCE.formatted("")).with("in", in);
    in.close();
    try (Pipeline pipeline = loaded.open()) {
      run(pipeline);
    }
    assertThat(refusal(loaded)).contains("make a new one for each node and each run [STATE]");
    assertThat(refusal(load(SINK.formatted(",'parallelism':2")).with("out", new DataSink())))
        .contains("give the node no \"parallelism\" [STATE]");
  }

  @Test
  void theCommandLineHasNoHandlesAndSaysWhatToDo() throws Exception {
    Path file = write(COUNTER, SINK.formatted(""));
    Path empty = Files.writeString(folder.resolve("in.jsonl"), "");
    CommandLineRun run = CommandLineRun.of("run", file.toString(), "-i", empty.toString());
    assertThat(run.code()).isEqualTo(Exit.FAILED);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .contains(
            "node \"out\", open: dev.graft.node.NodeException: it talks to a Java program, and none"
                + " gave it a DataSink. In Java: Pipeline.load(file).with(\"out\", new"
                + " DataSink()).open(). `graft run` has none: there the outputs of the last node"
                + " go out, so leave the node out. [STATE]");
  }

  private String refusal(LoadedPipeline loaded) {
    return String.valueOf(
        assertThrows(RunFailedException.class, () -> loaded.open().close()).getMessage());
  }

  private void run(Pipeline pipeline) throws RunFailedException {
    pipeline.run(nothing(), outputs::add);
  }

  private static ItemSource nothing() {
    return ItemSource.of(Collections.emptyIterator());
  }

  private LoadedPipeline load(String... nodes) throws Exception {
    return Pipeline.load(write(nodes));
  }

  private Path write(String... nodes) throws Exception {
    String python = Files.exists(folder.resolve("own.py")) ? "'python':{'nodes':['own.py']}," : "";
    String text =
        "{'version':'1','name':'x',%s'nodes':[%s]}".formatted(python, String.join(",", nodes));
    return Files.writeString(folder.resolve("p.json"), text.replace('\'', '"'));
  }
}
