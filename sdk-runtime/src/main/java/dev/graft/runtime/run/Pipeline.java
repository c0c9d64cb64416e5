package dev.graft.runtime.run;

import dev.graft.node.Emitter;
import dev.graft.node.NodeContext;
import dev.graft.runtime.manifest.ManifestException;
import dev.graft.runtime.manifest.ManifestReader;
import dev.graft.runtime.plan.PipelinePlan;
import dev.graft.runtime.plan.StagePlan;
import dev.graft.value.ValueException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * An open pipeline, good for one run. Used by one thread; only {@link #cancel} and {@link
 * #progress} may be called from another. Where nodes can work at the same time it has threads of
 * its own, which end with the run.
 */
public final class Pipeline implements AutoCloseable {
  private final PipelinePlan plan;
  private final Placement placement;
  private final Runnable afterwards;
  private final Metering metering;
  private final RunWatch watch;
  private final RunState state;
  private final Ending ending = new Ending();
  private final Outputs outputs = new Outputs();
  private final List<List<OpenStage>> nodes = new ArrayList<>();
  private final long started = System.nanoTime();
  private List<Stage> stages = List.of();
  private List<Lane> lanes = List.of();
  private List<Inlet> inlets = List.of();
  private List<RunSummary.StageSummary> summaries = List.of();
  private boolean closed;
  private final AtomicLong items = new AtomicLong();

  private Pipeline(
      PipelinePlan plan,
      GraftRuntime runtime,
      List<RunObserver> observers,
      Metering metering,
      Runnable afterwards) {
    this.metering = metering;
    this.plan = plan;
    this.afterwards = afterwards;
    this.watch = RunWatches.of(observers, plan.name(), this::progress);
    this.state = new RunState(watch);
    this.placement = new Placement(runtime, state, metering.isOn());
  }

  /**
   * Reads a manifest.
   *
   * @throws ManifestException if the file is not there or not a manifest
   */
  public static LoadedPipeline load(Path file) throws ManifestException {
    return new LoadedPipeline(ManifestReader.read(file), Map.of());
  }

  /**
   * Opens all nodes of a plan.
   *
   * @param afterwards done when the pipeline is closed
   */
  static Pipeline open(
      PipelinePlan plan, GraftRuntime runtime, RunOptions options, Runnable afterwards)
      throws RunFailedException {
    List<RunObserver> observers = new ArrayList<>(runtime.observers());
    observers.addAll(options.observers());
    Pipeline pipeline = new Pipeline(plan, runtime, observers, Metering.of(options), afterwards);
    try {
      pipeline.openStages(Handles.of(options, plan));
    } catch (RunFailedException e) {
      pipeline.state.fail(e);
      pipeline.close();
      throw e;
    } catch (RuntimeException e) {
      pipeline.close();
      throw e;
    }
    return pipeline;
  }

  private void openStages(Handles handles) throws RunFailedException {
    for (StagePlan stage : plan.stages()) {
      List<OpenStage> equals = new ArrayList<>();
      nodes.add(equals);
      for (int i = 0; i < stage.parallelism(); i++) {
        String name = i == 0 ? stage.nodeId() : stage.nodeId() + "#" + i;
        NodeContext system = SystemContext.of(name);
        equals.add(placement.open(stage, new RunContext(system, stage.nodeId(), handles, state)));
      }
    }
    handles.checkAllTaken();
    Assembly.Assembled assembled = Assembly.of(plan, nodes, state, metering, this::exit);
    stages = assembled.stages();
    lanes = assembled.lanes();
    inlets = assembled.inlets();
    state.watch(lanes);
    metering.opened();
  }

  /**
   * Runs the pipeline to the end of its input.
   *
   * @param source the input; empty for a pipeline that brings its own
   * @param target where the outputs go; called by one thread at a time, not always the same
   * @throws RunFailedException if the run ended with an error; what was emitted before is delivered
   */
  public RunSummary run(ItemSource source, ItemSink target) throws RunFailedException {
    outputs.to(metering.writing(target));
    LaneThreads threads = LaneThreads.start(lanes.subList(1, lanes.size()), state);
    try (threads) {
      serveFirst(metering.reading(source));
    } finally {
      close();
    }
    state.throwFailure();
    return summary();
  }

  /** Runs the pipeline in a thread of its own; the outputs are taken one by one. */
  public OutputIterator iterate(ItemSource source) {
    return OutputIterator.start(this, source);
  }

  /**
   * The same as a stream, sequential and in order, to be closed by whoever does not take all of it.
   * It throws {@link UncheckedRunFailedException} where the run fails.
   */
  public Stream<@Nullable Object> stream(ItemSource source) {
    OutputIterator outputs = iterate(source);
    Spliterator<@Nullable Object> each =
        Spliterators.spliteratorUnknownSize(outputs, Spliterator.ORDERED);
    return StreamSupport.stream(each, false).onClose(outputs::close);
  }

  /**
   * The pipeline between a publisher of items and one subscriber that takes the outputs. It runs
   * when it has both. A failure, as a {@link RunFailedException}, goes to the subscriber, and so
   * does the publisher's own. Neither items nor outputs can be none (null).
   */
  public Flow.Processor<Object, Object> processor() {
    return new FlowProcessor(this);
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
        plan.name(),
        items.getOpaque(),
        outputs.count(),
        closed ? summaries : stageSummaries(),
        placement.shadows(),
        state.events(),
        closed ? metering.profile() : Optional.empty(),
        System.nanoTime() - started);
  }

  /**
   * How far it is. May be called by any thread while it runs, costs the run nothing, and may be
   * behind by a moment.
   */
  public RunProgress progress() {
    return new RunProgress(
        items.getOpaque(),
        outputs.count(),
        state.rejected(),
        lanes.stream().mapToInt(Lane::waiting).sum());
  }

  /** Closes the nodes, in reverse order. Idempotent. */
  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    ending.begins();
    summaries = stageSummaries();
    if (!state.isCancelled()) {
      metering.ended(); // a node that was stopped where it stood may not answer
    }
    for (List<OpenStage> equals : nodes.reversed()) {
      equals.reversed().forEach(node -> node.close(state));
    }
    placement.close();
    state.close();
    watch.ended(summary(), state.failure());
    afterwards.run();
  }

  private List<RunSummary.StageSummary> stageSummaries() {
    return stages.stream().flatMap(stage -> stage.summaries().stream()).toList();
  }

  private void serveFirst(ItemSource source) {
    try {
      feed(source, lanes.getFirst());
      lanes.getFirst().run();
    } catch (RuntimeException | Error e) {
      state.stopAll(); // or the others would wait for it
      throw e;
    }
  }

  private void feed(ItemSource source, Lane lane) {
    if (inlets.isEmpty()) {
      return;
    }
    try {
      while (lane.wantsMore() && !state.hasFailed() && source.next()) {
        items.setOpaque(items.getPlain() + 1); // only this thread writes, others may look
        for (Inlet inlet : inlets) {
          inlet.take(source.value());
        }
      }
    } catch (InputException e) {
      lane.fail(new RunFailedException(String.valueOf(e.getMessage()), e));
    } catch (IOException e) {
      if (!state.isCancelled()) { // whoever cancels may close what is read
        lane.fail(new RunFailedException("the input cannot be read: " + e.getMessage(), e));
      }
    }
  }

  private Emitter<@Nullable Object> exit(Lane lane) {
    outputs.from(lane);
    return value -> {
      try {
        outputs.add(value);
      } catch (ValueException e) {
        lane.fail(new RunFailedException("output " + outputs.count() + ": " + e.getMessage(), e));
      } catch (IOException e) {
        lane.fail(new RunFailedException("the output cannot be written: " + e.getMessage(), e));
      }
      return lane.wantsMore();
    };
  }
}
