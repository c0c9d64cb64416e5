package dev.graft.bench;

import dev.graft.runtime.backend.BackendId;
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
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.runner.IterationType;

/**
 * One case through all peers, which take turns: an iteration each, and after it plain CPython makes
 * the same calls by itself.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@SuppressWarnings("NullAway.Init") // JMH injects, then calls the set-up
public class PeerBenchmark {
  /** The case. */
  @Param("counter")
  public String benchCase;

  private Workplace workplace;
  private BenchCase chosen;
  private List<Peer> peers;
  private Peer peer;
  private DirectPython direct;
  private List<@Nullable Object> last = List.of();
  private int turn;

  /** Opens all peers, and checks the first output of each. */
  @Setup
  public void open() throws Exception {
    open(Workplace.open());
  }

  void open(Workplace place) throws Exception {
    workplace = place;
    chosen = BenchCases.of(benchCase);
    peers = PeerKind.openAll(chosen, place);
    for (Peer each : peers) {
      peer = each;
      call();
      checkLast();
      TrialLog.peer(each.implementation());
    }
    direct = DirectPython.start(chosen, place.plan(chosen, BackendId.CPYTHON), place);
  }

  /** Gives the turn to the next peer. */
  @Setup(Level.Iteration)
  public void turn() {
    peer = peers.get(turn++ % peers.size());
  }

  /** One call. */
  @Benchmark
  public List<@Nullable Object> call() throws Exception {
    List<@Nullable Object> outputs = peer.call();
    last = outputs;
    return outputs;
  }

  /** Checks what the last timed call emitted, and lets plain CPython do the same work. */
  @TearDown(Level.Iteration)
  public void compare(IterationParams iteration) throws IOException {
    compare(iteration.getType() == IterationType.MEASUREMENT);
  }

  void compare(boolean counts) throws IOException {
    checkLast();
    double nanos = direct.sampleNanos();
    if (counts) {
      TrialLog.direct(nanos);
    }
  }

  private void checkLast() {
    List<@Nullable Object> expected = new ArrayList<>();
    for (long item = peer.items() - peer.batch() + 1; item <= peer.items(); item++) {
      expected.addAll(chosen.outputs().apply(item));
    }
    if (peer.keepsOrder() || !expected.equals(last)) {
      OutputCheck.check(expected, last); // tells where they differ
    }
  }

  /** Checks one more call of each, and closes everything. */
  @TearDown
  public void close() throws Exception {
    closePeers();
    workplace.close();
  }

  void closePeers() throws Exception {
    try (DirectPython python = direct) {
      python.check();
      for (Peer each : peers) {
        peer = each;
        call();
        checkLast();
        each.close();
      }
    }
  }
}
