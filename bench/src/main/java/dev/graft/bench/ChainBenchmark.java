package dev.graft.bench;

import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.manifest.ManifestException;
import dev.graft.runtime.plan.PipelinePlan;
import dev.graft.runtime.run.Pipeline;
import dev.graft.runtime.run.RunFailedException;
import dev.graft.runtime.run.RunSummary;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.runner.IterationType;

/**
 * Items through a pipeline of several nodes. A pipeline is good for one run: it is opened outside
 * the timing, on interpreters that are used again, and the run of many items is timed.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@SuppressWarnings("NullAway.Init") // JMH injects, then calls the set-up
public class ChainBenchmark {
  private static final int ITEMS = 2000;

  /** The case. */
  @Param("chain")
  public String benchCase;

  /** The backend. */
  @Param("graalpy")
  public String backend;

  private Workplace workplace;
  private BenchCase chosen;
  private PipelinePlan plan;
  private DirectPython direct;
  private Pipeline pipeline;
  private List<@Nullable Object> outputs = List.of();

  /** Makes the plan and runs it once. */
  @Setup
  public void plan() throws Exception {
    plan(Workplace.open());
  }

  void plan(Workplace place) throws IOException, ManifestException, RunFailedException {
    workplace = place;
    chosen = BenchCases.of(benchCase);
    plan = place.plan(chosen, BackendId.of(backend).orElseThrow());
    checkedRun();
    direct = DirectPython.start(chosen, place.plan(chosen, BackendId.CPYTHON), place);
  }

  /** Opens the pipeline for one run. */
  @Setup(Level.Invocation)
  public void open() throws RunFailedException {
    pipeline = workplace.runtime().open(plan);
  }

  /** One run. */
  @Benchmark
  @OperationsPerInvocation(ITEMS)
  public RunSummary run() throws RunFailedException {
    List<@Nullable Object> collected = new ArrayList<>(ITEMS);
    RunSummary summary = pipeline.run(new RepeatedItem(chosen.item(), ITEMS), collected::add);
    outputs = collected;
    return summary;
  }

  /** Checks all outputs of the last run, and lets plain CPython do the same work. */
  @TearDown(Level.Iteration)
  public void compare(IterationParams iteration) throws IOException {
    compare(iteration.getType() == IterationType.MEASUREMENT);
  }

  void compare(boolean counts) throws IOException {
    checkOutputs();
    double nanos = direct.sampleNanos();
    if (counts) {
      TrialLog.direct(nanos);
    }
  }

  /** Checks one more run and closes everything. */
  @TearDown
  public void close() throws Exception {
    closePlan();
    workplace.close();
  }

  void closePlan() throws IOException, RunFailedException {
    try (DirectPython python = direct) {
      checkedRun();
      python.check();
    }
  }

  private void checkedRun() throws IOException, RunFailedException {
    open();
    RunSummary summary = run();
    checkOutputs();
    TrialLog.servedBy(summary.stages().getFirst().servedBy());
  }

  private void checkOutputs() {
    List<@Nullable Object> expected = new ArrayList<>();
    for (long call = 1; call <= ITEMS; call++) {
      expected.addAll(chosen.outputs().apply(call));
    }
    OutputCheck.check(expected, outputs);
  }
}
