package dev.graft.bench;

import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.backend.HostingRefusedException;
import dev.graft.runtime.failure.NodeFailureException;
import dev.graft.runtime.manifest.ManifestException;
import java.io.IOException;
import java.util.ArrayList;
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

/**
 * A new interpreter, a new node, one call. The first shot of a JVM starts everything: runtime,
 * engine, class loading. Each later one starts a further interpreter, because all nodes stay open
 * to the end: there is no idle host that could be used again.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@SuppressWarnings("NullAway.Init") // JMH injects, then calls the set-up
public class ColdBenchmark {
  /** The case. */
  @Param("simple")
  public String benchCase;

  /** The backend. */
  @Param("java")
  public String backend;

  private final List<OpenNode> nodes = new ArrayList<>();
  private Workplace workplace;
  private BenchCase chosen;
  private BackendId where;

  /** Puts the Python files in place and starts nothing. */
  @Setup
  public void prepare() throws IOException {
    prepare(Workplace.open());
  }

  void prepare(Workplace place) {
    workplace = place;
    chosen = BenchCases.of(benchCase);
    where = BackendId.of(backend).orElseThrow();
  }

  /** Plan, interpreter, class, instance, one call. */
  @Benchmark
  public List<@Nullable Object> firstCall()
      throws ManifestException, NodeFailureException, HostingRefusedException {
    OpenNode node = workplace.open(chosen, workplace.plan(chosen, where));
    nodes.add(node);
    return node.call();
  }

  /** Checks what the shot emitted, and starts a plain CPython for the same work. */
  @TearDown(Level.Iteration)
  public void compare() throws IOException, ManifestException {
    OpenNode node = nodes.getLast();
    node.checkLast();
    TrialLog.servedBy(node.servedBy());
    try (DirectPython direct =
        DirectPython.start(chosen, workplace.plan(chosen, BackendId.CPYTHON), workplace)) {
      TrialLog.direct(direct.coldNanos());
    }
  }

  /** Closes everything. */
  @TearDown
  public void close() throws Exception {
    closeNodes();
    workplace.close();
  }

  /** Each is asked once more: none may have been disturbed by those that were opened later. */
  void closeNodes() throws NodeFailureException {
    for (OpenNode node : nodes) {
      try (node) {
        node.call();
        node.checkLast();
      }
    }
  }
}
