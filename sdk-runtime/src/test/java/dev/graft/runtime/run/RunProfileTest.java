package dev.graft.runtime.run;

import static com.google.common.truth.Truth.assertThat;

import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.backend.BackendSettings;
import dev.graft.runtime.manifest.ManifestReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Where the time of a run went. */
@Timeout(60)
final class RunProfileTest {
  private static final String TWO =
      "{'id':'a','type':'repeats','params':{'n':2}},{'id':'b','type':'repeats','params':{'n':1}}";

  @TempDir Path folder = Path.of("");

  @Test
  void nothingIsMeasuredUnlessItIsWanted() throws Exception {
    assertThat(run(TWO, RunOptions.DEFAULT, numbers(10), value -> {}).profile())
        .isEqualTo(Optional.empty());
  }

  @Test
  void callsAreThoseOfEachNode() throws Exception {
    RunProfile profile = profile(TWO, numbers(1000), value -> {});

    assertThat(profile.nodes()).hasSize(2);
    NodeProfile first = profile.nodes().get(0);
    NodeProfile second = profile.nodes().get(1);
    assertThat(first.nodeIds()).containsExactly("a");
    assertThat(first.backend()).isEqualTo(BackendId.JAVA);
    assertThat(first.calls()).isEqualTo(1000);
    assertThat(second.calls()).isEqualTo(2000);
    assertThat(first.p99()).isAtLeast(first.median());
    assertThat(first.conversion()).isEqualTo(Optional.empty()); // the same code converts and works
  }

  @Test
  void theTimeOfTheSinkIsNobodysWork() throws Exception {
    Duration pause = Duration.ofMillis(2);
    RunProfile profile = profile(TWO, numbers(50), value -> sleep(pause));

    assertThat(profile.writing()).isAtLeast(pause.multipliedBy(100));
    assertThat(profile.busy()).isLessThan(pause.multipliedBy(20));
  }

  @Test
  void theTimeOfTheSourceIsReading() throws Exception {
    Duration pause = Duration.ofMillis(2);
    Iterator<Long> slow = LongStream.range(0, 50).peek(i -> sleep(pause)).iterator();
    RunProfile profile = profile(TWO, slow, value -> {});

    assertThat(profile.reading()).isAtLeast(pause.multipliedBy(50));
    assertThat(profile.busy()).isLessThan(pause.multipliedBy(10));
  }

  @Test
  void equalNodesAreOne() throws Exception {
    RunProfile profile =
        profile(
            "{'id':'a','type':'repeats','params':{'n':2},'parallelism':3}",
            numbers(1000),
            value -> {});

    assertThat(profile.nodes()).hasSize(1);
    assertThat(profile.nodes().getFirst().nodeIds()).containsExactly("a");
    assertThat(profile.nodes().getFirst().calls()).isAtLeast(1);
  }

  private RunProfile profile(String nodes, Iterator<Long> items, ItemSink sink) throws Exception {
    return run(nodes, RunOptions.DEFAULT.withProfile(true), items, sink).profile().orElseThrow();
  }

  private RunSummary run(String nodes, RunOptions options, Iterator<Long> items, ItemSink sink)
      throws Exception {
    String manifest = "{'version':'1','name':'x','nodes':[%s]}".formatted(nodes).replace('\'', '"');
    try (GraftRuntime runtime =
        GraftRuntime.create(
            new BackendSettings(folder, Optional.empty()), getClass().getClassLoader())) {
      return runtime
          .open(runtime.plan(ManifestReader.read(manifest, "m.json", folder)), options)
          .run(ItemSource.of(items), sink);
    }
  }

  private static Iterator<Long> numbers(int count) {
    return List.copyOf(LongStream.range(0, count).boxed().toList()).iterator();
  }

  private static void sleep(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
