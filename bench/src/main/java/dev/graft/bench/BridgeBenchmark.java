package dev.graft.bench;

import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.backend.HostingRefusedException;
import dev.graft.runtime.backend.ServedBy;
import dev.graft.runtime.failure.NodeFailureException;
import dev.graft.runtime.manifest.ManifestException;
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

/**
 * One item per call, through the open nodes of all cases in turn: an iteration each. So all of them
 * meet the same machine and the same compiled code, and one warm-up serves them all.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@SuppressWarnings("NullAway.Init") // JMH injects, then calls the set-up
public class BridgeBenchmark {
  /** The backend. */
  @Param("cpython")
  public String backend;

  private Workplace workplace;
  private BridgeNodes nodes;
  private BridgeNode node;
  private int turn;

  /** Opens all nodes, and proves that all values cross whole. */
  @Setup
  public void open() throws Exception {
    open(Workplace.open());
  }

  void open(Workplace place)
      throws IOException, ManifestException, NodeFailureException, HostingRefusedException {
    workplace = place;
    BackendId where = BackendId.of(backend).orElseThrow();
    List<BridgeCase> cases = BridgeCase.of(where);
    nodes = BridgeNodes.open(place, cases, where);
    ServedBy servedBy = nodes.servedBy();
    if (servedBy != null) {
      TrialLog.servedBy(servedBy);
    }
    for (int i = 0; i < cases.size(); i++) {
      String how = nodes.nodes().get(i).verify();
      if (!how.isEmpty()) {
        TrialLog.crossing(cases.get(i).id(), how);
      }
    }
    node = nodes.nodes().getFirst();
  }

  /** Gives the turn to the next case. */
  @Setup(Level.Iteration)
  public void turn() {
    List<BridgeNode> all = nodes.nodes();
    node = all.get(turn++ % all.size());
  }

  /** One call. */
  @Benchmark
  public List<@Nullable Object> call() throws NodeFailureException {
    return node.call();
  }

  /** Checks what the last timed call emitted. */
  @TearDown(Level.Iteration)
  public void check() {
    node.checkLast();
  }

  /** Proves once more that all values cross whole, and closes everything. */
  @TearDown
  public void close() throws Exception {
    closeNodes();
    workplace.close();
  }

  void closeNodes() throws NodeFailureException {
    try (BridgeNodes open = nodes) {
      for (BridgeNode each : open.nodes()) {
        each.verify();
      }
    }
  }
}
