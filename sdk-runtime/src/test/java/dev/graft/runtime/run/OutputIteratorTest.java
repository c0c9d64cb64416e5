package dev.graft.runtime.run;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.graft.runtime.backend.BackendSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Pipelines from Java, from their file on. */
@Timeout(60)
final class OutputIteratorTest {
  @TempDir Path folder = Path.of("");

  @BeforeEach
  void writeManifest() throws Exception {
    Files.writeString(
        folder.resolve("p.json"),
        """
        {"version": "1", "name": "same", "nodes": [{"id": "s", "type": "repeats", "params": {"n": 1}}]}
        """);
  }

  @Test
  void givesAllOutputsAndThenTheSummary() throws Exception {
    List<@Nullable Object> outputs = new ArrayList<>();
    try (Pipeline pipeline = open();
        OutputIterator iterator = pipeline.iterate(numbers(100_000))) {
      assertThat(iterator.summary()).isEqualTo(Optional.empty());
      iterator.forEachRemaining(outputs::add);

      assertThat(iterator.hasNext()).isFalse();
      assertThrows(NoSuchElementException.class, iterator::next);
      assertThat(iterator.summary().orElseThrow().items()).isEqualTo(100_000);
    }
    assertThat(outputs)
        .containsExactlyElementsIn(LongStream.range(0, 100_000).boxed().toList())
        .inOrder();
  }

  @Test
  void runsNoFurtherThanSomebodyTakes() throws Exception {
    AtomicLong read = new AtomicLong();
    Iterator<Long> endless =
        Stream.iterate(0L, n -> n + 1).peek(n -> read.incrementAndGet()).iterator();
    try (Pipeline pipeline = open();
        OutputIterator iterator = pipeline.iterate(ItemSource.of(endless))) {
      assertThat(iterator.next()).isEqualTo(0L);
      Thread.sleep(50);
      assertThat(read.get()).isLessThan(1_000);
    }
    long after = read.get();
    Thread.sleep(20);
    assertThat(read.get()).isEqualTo(after);
  }

  @Test
  void endsWhereASourceWaitsForEver() throws Exception {
    BlockingQueue<Long> empty = new LinkedBlockingQueue<>();
    CompletableFuture<Thread> runs = new CompletableFuture<>();
    Iterator<Long> waits =
        new Iterator<>() {
          @Override
          public boolean hasNext() {
            runs.complete(Thread.currentThread());
            return true;
          }

          @Override
          public Long next() {
            try {
              return empty.take();
            } catch (InterruptedException e) {
              throw new IllegalStateException(e);
            }
          }
        };
    try (Pipeline pipeline = open()) {
      OutputIterator iterator = pipeline.iterate(ItemSource.of(waits));
      Thread run = runs.get();
      iterator.close();
      assertThat(run.isAlive()).isFalse();
    }
  }

  @Test
  void whatWasEmittedComesBeforeTheFailure() throws Exception {
    Files.writeString(
        folder.resolve("p.json"),
        """
        {"version": "1", "name": "fails", "nodes": [{"id": "s", "type": "fails-on"}]}
        """);
    List<Long> items = List.of(1L, 2L, 3L, 4L);
    try (Pipeline pipeline = open();
        OutputIterator iterator = pipeline.iterate(ItemSource.of(items.iterator()))) {
      assertThat(iterator.next()).isEqualTo(1L);
      assertThat(iterator.next()).isEqualTo(2L);
      assertThat(iterator.next()).isEqualTo(3L);
      UncheckedRunFailedException e =
          assertThrows(UncheckedRunFailedException.class, iterator::hasNext);
      assertThat(e).hasMessageThat().contains("node \"s\", step, item 2");
      assertThat(e.failure().failure()).isNotEqualTo(Optional.empty());
      assertThat(iterator.summary()).isEqualTo(Optional.empty());
    }
  }

  @Test
  void aStreamMayEndEarly() throws Exception {
    try (Pipeline pipeline = open();
        Stream<@Nullable Object> outputs =
            pipeline.stream(ItemSource.of(Stream.iterate(0L, n -> n + 1).iterator()))) {
      assertThat(outputs.limit(300).toList()).isEqualTo(LongStream.range(0, 300).boxed().toList());
    }
  }

  private Pipeline open() throws Exception {
    return Pipeline.load(folder.resolve("p.json"))
        .open(new BackendSettings(folder, Optional.empty()));
  }

  private static ItemSource numbers(int count) {
    return ItemSource.of(LongStream.range(0, count).iterator());
  }
}
