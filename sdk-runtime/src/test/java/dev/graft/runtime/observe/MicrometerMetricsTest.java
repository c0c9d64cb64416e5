package dev.graft.runtime.observe;

import static com.google.common.truth.Truth.assertThat;

import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.run.RunEvent;
import dev.graft.runtime.run.RunOptions;
import dev.graft.runtime.run.RunProgress;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MicrometerMetricsTest {
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final MicrometerMetrics metrics = new MicrometerMetrics(registry);

  @TempDir Path folder = Path.of("");

  private double run(String meter) {
    return registry.get(meter).tag("pipeline", "observed").functionCounter().count();
  }

  private double node(String meter, String id) {
    return registry.get(meter).tags("pipeline", "observed", "node", id).counter().count();
  }

  @Test
  void runsAddUp() throws Exception {
    RunOptions options = RunOptions.DEFAULT.observedBy(metrics).withProfile(true);
    assertThat(ObservedRuns.run(folder, options, "skip", 10)).isFalse();
    assertThat(ObservedRuns.run(folder, options, "skip", 5)).isFalse();
    assertThat(ObservedRuns.run(folder, options, "fail", 10)).isTrue();

    assertThat(run("graft.run.items")).isEqualTo(10.0 + 5.0 + 8.0);
    assertThat(run("graft.run.outputs")).isEqualTo(20.0 + 10.0 + 15.0);
    assertThat(run("graft.run.rejected")).isEqualTo(2.0);
    assertThat(registry.get("graft.run").tag("outcome", "completed").timer().count()).isEqualTo(2);
    assertThat(registry.get("graft.run").tag("outcome", "failed").timer().count()).isEqualTo(1);
    assertThat(node("graft.node.items", "a")).isEqualTo(23.0);
    assertThat(node("graft.node.outputs", "a")).isAtLeast(45.0);
    assertThat(node("graft.node.rejected", "b")).isEqualTo(2.0);
    assertThat(node("graft.node.busy", "a")).isGreaterThan(0.0);
  }

  @Test
  void aRunCountsWhileItGoesOnAndOnlyOnce() {
    AtomicLong items = new AtomicLong();
    RunTotals totals = new RunTotals();
    Supplier<RunProgress> run = () -> new RunProgress(items.get(), 0, 0, 0);
    totals.begin(run);
    items.set(3);
    assertThat(totals.items()).isEqualTo(3);
    totals.end(run);
    totals.end(run);
    items.set(9);
    assertThat(totals.items()).isEqualTo(3);
  }

  @Test
  void refusalsAreCounted() {
    metrics
        .watch("observed", () -> new RunProgress(0, 0, 0, 0))
        .event(new RunEvent.FellBack("n", BackendId.GRAALPY, "missing package: x"));

    assertThat(node("graft.backend.refusals", "n")).isEqualTo(1.0);
  }
}
