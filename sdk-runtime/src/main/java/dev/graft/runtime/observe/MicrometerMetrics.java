package dev.graft.runtime.observe;

import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.run.NodeProfile;
import dev.graft.runtime.run.RunEvent;
import dev.graft.runtime.run.RunFailedException;
import dev.graft.runtime.run.RunObserver;
import dev.graft.runtime.run.RunProgress;
import dev.graft.runtime.run.RunSummary;
import dev.graft.runtime.run.RunWatch;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/**
 * Meters of runs in a registry of Micrometer, which the program must have on its class path. While
 * a run goes on: {@code graft.run.items}, {@code .outputs}, {@code .rejected} (tag pipeline), and
 * {@code graft.backend.refusals} (pipeline, node, backend). When it ends: the timer {@code
 * graft.run} (pipeline, outcome) and for each node {@code graft.node.items}, {@code .outputs},
 * {@code .rejected}, {@code .losses} and, with a profile, {@code .busy} in seconds (pipeline, node,
 * type, backend).
 */
public final class MicrometerMetrics implements RunObserver {
  private final MeterRegistry registry;
  private final ConcurrentMap<String, RunTotals> totals = new ConcurrentHashMap<>();

  /** Meters in this registry. */
  public MicrometerMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  @Override
  public RunWatch watch(String pipeline, Supplier<RunProgress> progress) {
    RunTotals all = totals.computeIfAbsent(pipeline, this::registered);
    all.begin(progress);
    return new Watch(pipeline, all, progress);
  }

  private RunTotals registered(String pipeline) {
    RunTotals all = new RunTotals();
    Tags tags = Tags.of("pipeline", pipeline);
    FunctionCounter.builder("graft.run.items", all, RunTotals::items)
        .description("Items that runs have read")
        .tags(tags)
        .register(registry);
    FunctionCounter.builder("graft.run.outputs", all, RunTotals::outputs)
        .description("Outputs that runs have delivered")
        .tags(tags)
        .register(registry);
    FunctionCounter.builder("graft.run.rejected", all, RunTotals::rejected)
        .description("Items that error policies dropped or set aside")
        .tags(tags)
        .register(registry);
    return all;
  }

  private final class Watch implements RunWatch {
    private final String pipeline;
    private final RunTotals all;
    private final Supplier<RunProgress> progress;

    Watch(String pipeline, RunTotals all, Supplier<RunProgress> progress) {
      this.pipeline = pipeline;
      this.all = all;
      this.progress = progress;
    }

    @Override
    public void event(RunEvent event) {
      switch (event) {
        case RunEvent.FellBack refused -> refused(refused.nodeId(), refused.from());
        case RunEvent.Moved moved -> refused(moved.loss().failure().nodeId(), moved.from());
        default -> {}
      }
    }

    private void refused(String nodeId, BackendId backend) {
      Tags tags = Tags.of("pipeline", pipeline, "node", nodeId, "backend", backend.text());
      registry.counter("graft.backend.refusals", tags).increment();
    }

    @Override
    public void ended(RunSummary summary, Optional<RunFailedException> failure) {
      all.end(progress);
      String outcome = failure.isPresent() ? "failed" : "completed";
      registry
          .timer("graft.run", "pipeline", pipeline, "outcome", outcome)
          .record(Duration.ofNanos(summary.nanos()));
      summary.stages().forEach(this::count);
      summary
          .profile()
          .ifPresent(profile -> profile.nodes().forEach(node -> countBusy(node, summary)));
    }

    private void count(RunSummary.StageSummary stage) {
      Tags tags = tags(stage);
      registry.counter("graft.node.items", tags).increment((double) stage.taken());
      registry.counter("graft.node.outputs", tags).increment((double) stage.emitted());
      registry.counter("graft.node.rejected", tags).increment((double) stage.rejected());
      registry.counter("graft.node.losses", tags).increment((double) stage.losses().count());
    }

    /** Nodes that one interpreter ran as a whole have their time at the first of them. */
    private void countBusy(NodeProfile node, RunSummary summary) {
      summary.stages().stream()
          .filter(stage -> stage.nodeId().equals(node.nodeIds().getFirst()))
          .findFirst()
          .ifPresent(
              stage ->
                  registry
                      .counter("graft.node.busy", tags(stage))
                      .increment(node.busy().toNanos() / 1e9));
    }

    private Tags tags(RunSummary.StageSummary stage) {
      return Tags.of(
          "pipeline", pipeline,
          "node", stage.nodeId(),
          "type", stage.type(),
          "backend", stage.servedBy().backend().text());
    }
  }
}
