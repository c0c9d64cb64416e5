package dev.graft.bench;

import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.plan.PipelinePlan;
import dev.graft.runtime.run.Pipeline;
import dev.graft.runtime.run.RunFailedException;
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
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * Pipelines of one and of three Python nodes on GraalPy, which take turns, an iteration each. Each
 * run is of a pipeline of its own, opened outside the timing.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@SuppressWarnings("NullAway.Init") // JMH calls the set-up first
public class ChainsBenchmark {
  static final int ITEMS = 20_000;
  private static final List<BenchCase> TURNS = ChainsCase.turns();

  private final List<PipelinePlan> plans = new ArrayList<>();
  private Workplace workplace;
  private int turn = -1;
  private Pipeline pipeline;
  private int count;
  private @Nullable Object last;

  /** Makes all plans, and checks a run of each. */
  @Setup
  public void open() throws Exception {
    open(Workplace.open());
  }

  void open(Workplace place) throws Exception {
    workplace = place;
    for (BenchCase each : TURNS) {
      plans.add(place.plan(each, BackendId.GRAALPY));
      turn();
      openPipeline();
      run();
      check();
    }
    turn = -1;
  }

  /** Gives the turn to the next pipeline. */
  @Setup(Level.Iteration)
  public void turn() {
    turn = (turn + 1) % TURNS.size();
  }

  /** Opens the pipeline for one run. */
  @Setup(Level.Invocation)
  public void openPipeline() throws RunFailedException {
    pipeline = workplace.runtime().open(plans.get(turn));
    count = 0;
  }

  /** One run. */
  @Benchmark
  @OperationsPerInvocation(ITEMS)
  public @Nullable Object run() throws RunFailedException {
    pipeline.run(new RepeatedItem(TURNS.get(turn).item(), ITEMS), this::take);
    return last;
  }

  private void take(@Nullable Object output) {
    last = output;
    count++;
  }

  /** Checks how many outputs there were and what the last one is. */
  @TearDown(Level.Iteration)
  public void check() {
    BenchCase chosen = TURNS.get(turn);
    if (count != ITEMS) {
      throw new WrongOutputException(chosen.id(), ITEMS + " outputs", count + " outputs");
    }
    List<@Nullable Object> outputs = new ArrayList<>();
    outputs.add(last);
    OutputCheck.check(chosen.outputs().apply(ITEMS), outputs);
  }

  /** Ends everything. */
  @TearDown
  public void close() {
    workplace.close();
  }
}
