package dev.graft.runtime.observe;

import com.google.auto.service.AutoService;
import dev.graft.runtime.backend.ServedBy;
import dev.graft.runtime.run.NodeProfile;
import dev.graft.runtime.run.RunEvent;
import dev.graft.runtime.run.RunFailedException;
import dev.graft.runtime.run.RunObserver;
import dev.graft.runtime.run.RunProgress;
import dev.graft.runtime.run.RunSummary;
import dev.graft.runtime.run.RunWatch;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Writes runs into the recording of the JVM: each run ({@code dev.graft.Run}), what each node did
 * ({@code dev.graft.Stage}), and where each node was put or refused ({@code
 * dev.graft.BackendDecision}). Where nothing is recorded it costs nothing.
 */
@AutoService(RunObserver.class)
public final class FlightRecorder implements RunObserver {
  /** A recorder; all of them are alike. */
  public FlightRecorder() {}

  @Override
  public RunWatch watch(String pipeline, Supplier<RunProgress> progress) {
    return new Recording(pipeline);
  }

  private static final class Recording implements RunWatch {
    private final String pipeline;
    private final RunRecord run = new RunRecord();

    Recording(String pipeline) {
      this.pipeline = pipeline;
      run.begin();
    }

    @Override
    public void placed(String nodeId, String type, ServedBy servedBy) {
      decided(nodeId, servedBy.backend().text(), true, servedBy.implementation());
    }

    @Override
    public void event(RunEvent event) {
      switch (event) {
        case RunEvent.FellBack refused ->
            decided(refused.nodeId(), refused.from().text(), false, refused.reason());
        case RunEvent.Moved moved ->
            decided(moved.loss().failure().nodeId(), moved.from().text(), false, moved.text());
        default -> {}
      }
    }

    private void decided(String nodeId, String backend, boolean accepted, String reason) {
      DecisionRecord decision = new DecisionRecord();
      if (decision.isEnabled()) {
        decision.pipeline = pipeline;
        decision.node = nodeId;
        decision.backend = backend;
        decision.accepted = accepted;
        decision.reason = reason;
        decision.commit();
      }
    }

    @Override
    public void ended(RunSummary summary, Optional<RunFailedException> failure) {
      run.end();
      run.pipeline = pipeline;
      run.items = summary.items();
      run.outputs = summary.outputs();
      run.rejected = summary.stages().stream().mapToLong(stage -> stage.rejected()).sum();
      run.failure = failure.map(e -> String.valueOf(e.getMessage())).orElse("");
      run.commit();
      summary.stages().forEach(stage -> record(stage, summary));
    }

    private void record(RunSummary.StageSummary stage, RunSummary summary) {
      StageRecord record = new StageRecord();
      if (record.isEnabled()) {
        record.pipeline = pipeline;
        record.node = stage.nodeId();
        record.type = stage.type();
        record.backend = stage.servedBy().backend().text();
        record.implementation = stage.servedBy().implementation();
        record.taken = stage.taken();
        record.emitted = stage.emitted();
        record.rejected = stage.rejected();
        record.losses = stage.losses().count();
        record.busy = busy(stage.nodeId(), summary);
        record.commit();
      }
    }

    /** That of a node which was measured with its neighbours is theirs. */
    private static long busy(String nodeId, RunSummary summary) {
      return summary.profile().stream()
          .flatMap(profile -> profile.nodes().stream())
          .filter(node -> node.nodeIds().contains(nodeId))
          .map(NodeProfile::busy)
          .findFirst()
          .map(busy -> busy.toNanos())
          .orElse(0L);
    }
  }
}
