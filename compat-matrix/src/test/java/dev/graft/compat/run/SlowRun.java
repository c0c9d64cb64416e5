package dev.graft.compat.run;

import dev.graft.compat.fake.FakeBackend;
import dev.graft.compat.fake.FakeContracts;
import dev.graft.compat.fake.FakeHost;
import dev.graft.compat.fake.FakeNode;
import dev.graft.compat.fake.FakeNodes;
import dev.graft.compat.fake.Mapping;
import dev.graft.runtime.backend.BackendId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A run that takes its time, so that somebody can end it in the middle. */
final class SlowRun {
  static final int CASES = 150;

  private SlowRun() {}

  /** Runs it in a process of its own. */
  public static void main(String[] arguments) throws Exception {
    CompatRun.run(options(Path.of(arguments[0])), host(8, new AtomicInteger()));
  }

  /** A host whose Java nodes are slow and counted. */
  static FakeHost host(int millis, AtomicInteger made) {
    Map<String, FakeNode.Maker> makers = new HashMap<>(FakeNodes.right());
    makers.put(
        "pass-through",
        (Map<String, @Nullable Object> params) -> {
          made.incrementAndGet();
          return Mapping.of((_, item) -> slowly(item, millis)).make(params);
        });
    return new FakeHost()
        .twins(FakeContracts.PASS_THROUGH)
        .backend(new FakeBackend(BackendId.JAVA, makers))
        .backend(new FakeBackend(BackendId.CPYTHON, FakeNodes.right()));
  }

  private static @Nullable Object slowly(@Nullable Object item, int millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return item;
  }

  static CompatOptions options(Path folder) throws IOException {
    Path corpus = Files.createDirectories(folder.resolve("corpus"));
    String cases =
        IntStream.range(0, CASES)
            .mapToObj(
                i ->
                    "{\"id\": \"c-%d\", \"title\": \"t\", \"steps\": [{\"in\": %d}],"
                            .formatted(i, i)
                        + " \"expect\": [{\"out\": %d}]}".formatted(i))
            .collect(Collectors.joining(",\n"));
    Files.writeString(
        corpus.resolve("c.json"), "{\"node\": \"pass-through\", \"cases\": [" + cases + "]}");
    return CompatOptions.defaults()
        .selecting(
            every ->
                every
                    .withoutBuiltIn()
                    .withCorpus(List.of(corpus))
                    .withBackends(List.of(BackendId.JAVA, BackendId.CPYTHON)))
        .withSearch(SearchOptions.DEFAULT.withReuse(true))
        .withOutput(folder.resolve("out"));
  }
}
