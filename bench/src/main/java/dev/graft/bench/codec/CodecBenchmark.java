package dev.graft.bench.codec;

import dev.graft.node.Emitter;
import dev.graft.registry.NodeInstance;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.CompilerControl;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/**
 * One order through a node, in turn behind the generated codec and behind the one written by hand:
 * an iteration each, the generated one first.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@SuppressWarnings("NullAway.Init") // JMH injects, then calls the set-up
public class CodecBenchmark {
  private static final int ORDERS = 16;

  /** What is done. */
  @Param({"DECODE", "ENCODE", "BOTH"})
  public String direction;

  private final List<Object> items = new ArrayList<>();
  private NodeInstance generated;
  private NodeInstance byHand;
  private Emitter<@Nullable Object> out;
  private boolean handsTurn = true;
  private int calls;

  /** Makes both, and checks that they do the same. */
  @Setup
  public void open(Blackhole blackhole) {
    CodecCheck.check();
    Direction chosen = Direction.valueOf(direction);
    generated = chosen.generated();
    byHand = chosen.byHand();
    for (int n = 0; n < ORDERS; n++) {
      items.add(Orders.dict(Orders.order(n)));
    }
    out =
        output -> {
          blackhole.consume(output);
          return true;
        };
  }

  /** Gives the turn to the other. */
  @Setup(Level.Iteration)
  public void turn() {
    handsTurn = !handsTurn;
  }

  /** One order. */
  @Benchmark
  public void process() {
    Object item = items.get(calls++ & (ORDERS - 1));
    if (handsTurn) {
      byHand(item);
    } else {
      generated(item);
    }
  }

  /** Compiled apart, so that neither codec takes the other's place in what the compiler inlines. */
  @CompilerControl(CompilerControl.Mode.DONT_INLINE)
  public void byHand(Object item) {
    byHand.process(item, out);
  }

  /** The same for the other. */
  @CompilerControl(CompilerControl.Mode.DONT_INLINE)
  public void generated(Object item) {
    generated.process(item, out);
  }
}
