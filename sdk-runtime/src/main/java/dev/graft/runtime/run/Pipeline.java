package dev.graft.runtime.run;

import dev.graft.runtime.json.JsonFormatException;
import dev.graft.runtime.plan.PipelinePlan;
import dev.graft.runtime.plan.StagePlan;
import dev.graft.value.ValueException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An open pipeline, good for one run. Used by one thread; only {@link #cancel} may be called from
 * another.
 */
public final class Pipeline implements AutoCloseable {
  private final PipelinePlan plan;
  private final Placement placement;
  private final RunState state;
  private final Ending ending = new Ending();
  private final List<Stage> stages = new ArrayList<>();
  private final long started = System.nanoTime();
  private ItemSink sink = value -> {};
  private List<RunSummary.StageSummary> summaries = List.of();
  private long items;
  private long outputs;

  private Pipeline(PipelinePlan plan, Placement placement, RunState state) {
    this.plan = plan;
    this.placement = placement;
    this.state = state;
  }

  static Pipeline open(PipelinePlan plan, GraftRuntime runtime) throws RunFailedException {
    RunState state = new RunState();
    Placement placement = new Placement(runtime, state);
    Pipeline pipeline = new Pipeline(plan, placement, state);
    try {
      pipeline.openStages();
    } catch (RunFailedException | RuntimeException e) {
      pipeline.close();
      throw e;
    }
    return pipeline;
  }

  /** Nodes are opened in the order of the stream, but each needs its follower to emit to. */
  private void openStages() throws RunFailedException {
    List<OpenStage> nodes = new ArrayList<>();
    try {
      for (StagePlan stage : plan.stages()) {
        nodes.add(placement.open(stage, SystemContext.of(stage.nodeId())));
      }
    } finally {
      stages.addAll(Stages.connect(nodes, state, this::deliver));
    }
  }

  /**
   * Runs the pipeline to the end of its input.
   *
   * @param source the input; empty for a pipeline that brings its own
   * @param target where the outputs go
   * @throws RunFailedException if the run ended with an error; what was emitted before is delivered
   */
  public RunSummary run(ItemSource source, ItemSink target) throws RunFailedException {
    sink = target;
    try {
      if (!plan.hasSource()) {
        feed(source);
      }
      for (Stage stage : stages) {
        if (state.wantsMore()) {
          stage.end();
        }
      }
    } finally {
      close();
    }
    state.throwFailure();
    return summary();
  }

  /**
   * Ends the run soon: nothing more is read or emitted, generators and nodes are closed. A call of
   * a Python node that does not end by itself is stopped, within about a tenth of a second; a call
   * of a Java node is waited for. Does not wait itself.
   */
  public void cancel() {
    state.cancel();
    ending.hasten(placement::cancel);
  }

  /** What was done so far. */
  public RunSummary summary() {
    return new RunSummary(
        plan.name(), items, outputs, summaries, state.events(), System.nanoTime() - started);
  }

  /** Closes the nodes, in reverse order. Idempotent. */
  @Override
  public void close() {
    ending.begins();
    if (!stages.isEmpty()) {
      summaries = stages.stream().flatMap(stage -> stage.summaries().stream()).toList();
    }
    for (Stage stage : stages.reversed()) {
      stage.close();
    }
    stages.clear();
    placement.close();
    state.close();
  }

  private void feed(ItemSource source) {
    Stage first = stages.getFirst();
    try {
      while (state.wantsMore() && source.next()) {
        items++;
        first.take(source.value());
      }
    } catch (JsonFormatException e) {
      state.fail(new RunFailedException(String.valueOf(e.getMessage()), e));
    } catch (IOException e) {
      state.fail(new RunFailedException("the input cannot be read: " + e.getMessage(), e));
    }
  }

  private boolean deliver(@Nullable Object value) {
    try {
      sink.accept(value);
      outputs++;
    } catch (ValueException e) {
      state.fail(new RunFailedException("output " + outputs + ": " + e.getMessage(), e));
    } catch (IOException e) {
      state.fail(new RunFailedException("the output cannot be written: " + e.getMessage(), e));
    }
    return state.wantsMore();
  }
}
