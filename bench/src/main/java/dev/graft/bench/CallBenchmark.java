package dev.graft.bench;

import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.backend.HostingRefusedException;
import dev.graft.runtime.failure.NodeFailureException;
import dev.graft.runtime.manifest.ManifestException;
import dev.graft.runtime.plan.PipelinePlan;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.runner.IterationType;

/** One item per call, through a node that is open already. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@SuppressWarnings("NullAway.Init") // JMH injects, then calls the set-up
public class CallBenchmark {
  private static final int CHECKED_CALLS = 3;

  /** The case. */
  @Param("counter")
  public String benchCase;

  /** The backend. */
  @Param("java")
  public String backend;

  private Workplace workplace;
  private OpenNode node;
  private DirectPython direct;

  /** Opens the node in a runtime of its own. */
  @Setup
  public void open() throws Exception {
    open(Workplace.open());
  }

  void open(Workplace place)
      throws IOException, ManifestException, NodeFailureException, HostingRefusedException {
    workplace = place;
    BenchCase chosen = BenchCases.of(benchCase);
    PipelinePlan plan = place.plan(chosen, BackendId.of(backend).orElseThrow());
    node = place.open(chosen, plan);
    TrialLog.servedBy(node.servedBy());
    for (int i = 0; i < CHECKED_CALLS; i++) {
      node.call();
      node.checkLast();
    }
    PipelinePlan python = place.plan(chosen, BackendId.CPYTHON);
    direct = DirectPython.start(chosen, python, place);
  }

  /** One call. */
  @Benchmark
  public List<@Nullable Object> call() throws NodeFailureException {
    return node.call();
  }

  /** Checks what the last timed call emitted, and lets plain CPython do the same work. */
  @TearDown(Level.Iteration)
  public void compare(IterationParams iteration) throws IOException {
    compare(iteration.getType() == IterationType.MEASUREMENT);
  }

  void compare(boolean counts) throws IOException {
    node.checkLast();
    double nanos = direct.sampleNanos();
    if (counts) {
      TrialLog.direct(nanos);
    }
  }

  /** Checks one more call and closes everything. */
  @TearDown
  public void close() throws Exception {
    closeNode();
    workplace.close();
  }

  void closeNode() throws IOException, NodeFailureException {
    try (DirectPython python = direct;
        OpenNode open = node) {
      open.call();
      open.checkLast();
      python.check();
    }
  }
}
