package dev.graft.bench.nodes;

import dev.graft.node.Emitter;
import dev.graft.registry.NodeInstance;
import dev.graft.registry.NodeRegistry;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.CompilerControl;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/**
 * One number through {@code calculator}, multiply 3, in turn as the generated node and as a method
 * by hand: an iteration each, the node first.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@SuppressWarnings("NullAway.Init") // JMH injects, then calls the set-up
public class NodesBenchmark {
  private static final long OPERAND = 3;
  private static final int ITEMS = 64;

  private final Object[] items = new Object[ITEMS];
  private NodeInstance node;
  private HandCalculator byHand;
  private Emitter<@Nullable Object> out;
  private boolean handsTurn = true;
  private int calls;

  /** Makes both, and checks that they do the same. */
  @Setup
  public void open(Blackhole blackhole) {
    node =
        NodeRegistry.load(NodesBenchmark.class.getClassLoader())
            .find("calculator")
            .orElseThrow()
            .create(Map.of("operation", "multiply", "operand", OPERAND));
    byHand = new HandCalculator(OPERAND);
    check();
    for (int i = 0; i < ITEMS; i++) {
      items[i] = 42L + i;
    }
    out =
        output -> {
          blackhole.consume(output);
          return true;
        };
  }

  private void check() {
    List<Object> all =
        List.of(42L, -1L, 0L, true, 2.5, Long.MAX_VALUE, Long.MIN_VALUE, BigInteger.TEN.pow(30));
    for (Object item : all) {
      List<@Nullable Object> expected = new ArrayList<>();
      List<@Nullable Object> found = new ArrayList<>();
      byHand.process(item, expected::add);
      node.process(item, found::add);
      if (!expected.equals(found)) {
        throw new IllegalStateException(item + ": expected " + expected + ", got " + found);
      }
    }
  }

  /** Gives the turn to the other. */
  @Setup(Level.Iteration)
  public void turn() {
    handsTurn = !handsTurn;
  }

  /** One number. */
  @Benchmark
  public void process() {
    Object item = items[calls++ & (ITEMS - 1)];
    if (handsTurn) {
      byHand(item);
    } else {
      node(item);
    }
  }

  /** Compiled apart, so that neither takes the other's place in what the compiler inlines. */
  @CompilerControl(CompilerControl.Mode.DONT_INLINE)
  public void byHand(Object item) {
    byHand.process(item, out);
  }

  /** The same for the other. */
  @CompilerControl(CompilerControl.Mode.DONT_INLINE)
  public void node(Object item) {
    node.process(item, out);
  }
}
