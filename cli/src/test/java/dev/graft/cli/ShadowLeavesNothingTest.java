package dev.graft.cli;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.backend.BackendSettings;
import dev.graft.runtime.backend.BackendStatus;
import dev.graft.runtime.backend.HostingRefusedException;
import dev.graft.runtime.manifest.ManifestReader;
import dev.graft.runtime.run.GraftRuntime;
import dev.graft.runtime.run.ItemSource;
import dev.graft.runtime.run.Pipeline;
import dev.graft.runtime.shadow.ShadowSummary;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Once the kill switch is thrown nothing of a shadow is left, though its pipeline goes on. */
@Timeout(120)
final class ShadowLeavesNothingTest {
  private static final Object END = new Object();

  private final BlockingQueue<Object> items = new LinkedBlockingQueue<>();
  private final AtomicLong taken = new AtomicLong();

  @TempDir Path folder = Path.of("");

  @Test
  void noThreadNoWorkerNoMemoryNoFile() throws Exception {
    Path manifest =
        Files.writeString(
            folder.resolve("m.json"),
            """
            {"version": "1", "name": "x", "nodes": [
              {"id": "killed", "type": "counter", "backend": "java", "shadow": "cpython"}]}
            """);
    Path memory = folder.resolve(".graft");
    Set<ProcessHandle> before = processes();
    try (GraftRuntime runtime =
        GraftRuntime.create(BackendSettings.ofUser().withMemory(memory).in("test"))) {
      Pipeline pipeline = runtime.open(runtime.plan(ManifestReader.read(manifest)));
      FutureTask<Object> run =
          new FutureTask<>(() -> pipeline.run(source(), _ -> taken.incrementAndGet()));
      Thread.ofPlatform().daemon().start(run);
      feed(100);
      await("compared", () -> shadow(pipeline).totals().compared() >= 100);
      Set<ProcessHandle> during = processes();
      during.removeAll(before);
      assertThat(during).isNotEmpty(); // the candidate's worker, and who forks such
      assertThat(threads()).isNotEmpty();
      assertThat(leased(runtime)).isEqualTo(1);

      Files.writeString(memory.resolve("shadow-off"), "");
      await("off", () -> shadow(pipeline).off().isPresent());
      await("the thread ends", () -> threads().isEmpty());
      await("the worker is free", () -> leased(runtime) == 0);
      long dropped = shadow(pipeline).totals().dropped();
      Set<String> files = files(memory);
      long size = Files.size(memory.resolve("shadow.jsonl"));
      feed(5000);
      await("taken", () -> taken.get() == 5100);

      assertThat(shadow(pipeline).totals().compared()).isEqualTo(100);
      assertThat(shadow(pipeline).totals().dropped()).isEqualTo(dropped);
      assertThat(threads()).isEmpty();
      assertThat(files(memory)).isEqualTo(files);
      assertThat(files).containsExactly(".gitignore", "served.jsonl", "shadow-off", "shadow.jsonl");
      assertThat(Files.size(memory.resolve("shadow.jsonl"))).isEqualTo(size);
      items.add(END);
      run.get(60, TimeUnit.SECONDS);
      assertThat(Files.size(memory.resolve("shadow.jsonl"))).isEqualTo(size);
    }
    await("all processes end", () -> before.containsAll(processes()));
  }

  private void feed(int count) {
    for (int i = 0; i < count; i++) {
      items.add((long) i);
    }
  }

  private ItemSource source() {
    return new ItemSource() {
      private Object value = END;

      @Override
      public boolean next() {
        try {
          value = items.take();
          return value != END;
        } catch (InterruptedException e) {
          return false;
        }
      }

      @Override
      public @Nullable Object value() {
        return value;
      }
    };
  }

  private static ShadowSummary shadow(Pipeline pipeline) {
    return pipeline.summary().shadows().getFirst();
  }

  /**
   * How many workers are in use, besides the one that is asked; those that are not wait for the
   * next node of the runtime.
   */
  private static int leased(GraftRuntime runtime) {
    try {
      String pool =
          runtime.backend(BackendId.CPYTHON).status().facts().stream()
              .filter(fact -> fact.name().equals("pool"))
              .map(BackendStatus.Fact::value)
              .findFirst()
              .orElseThrow();
      return Integer.parseInt(pool.replaceFirst(".*?(\\d+) in use.*", "$1")) - 1;
    } catch (HostingRefusedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Set<ProcessHandle> processes() {
    return ProcessHandle.current().descendants().collect(Collectors.toSet());
  }

  private static Set<Thread> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("graft-shadow-killed"))
        .collect(Collectors.toSet());
  }

  private static Set<String> files(Path memory) throws Exception {
    try (Stream<Path> all = Files.walk(memory)) {
      return all.filter(Files::isRegularFile)
          .map(file -> memory.relativize(file).toString())
          .collect(Collectors.toSet());
    }
  }

  private static void await(String what, BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!condition.getAsBoolean()) {
      assertWithMessage(what).that(System.nanoTime()).isLessThan(end);
      Thread.sleep(20);
    }
  }
}
