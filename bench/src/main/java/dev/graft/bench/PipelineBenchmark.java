package dev.graft.bench;

import dev.graft.descriptor.Language;
import dev.graft.node.Emitter;
import dev.graft.registry.NodeInstance;
import dev.graft.runtime.catalogue.NodeImplementation;
import dev.graft.runtime.manifest.ManifestReader;
import dev.graft.runtime.plan.PipelinePlan;
import dev.graft.runtime.run.ItemSource;
import dev.graft.runtime.run.Pipeline;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * Whole runs of several pipelines, which take turns, an iteration each. A pipeline is good for one
 * run: it is opened outside the timing, and the run of many items is timed, with its threads.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@SuppressWarnings("NullAway.Init") // JMH calls the set-up first
public class PipelineBenchmark {
  private static final List<PipelineKind> KINDS = List.of(PipelineKind.values());

  private final Map<PipelineKind, PipelinePlan> plans = new EnumMap<>(PipelineKind.class);
  private Workplace workplace;
  private PipelineKind kind;
  private @Nullable Pipeline pipeline;
  private int turn;
  private long sum;
  private int count;

  /** Makes all plans, and checks a run of each. */
  @Setup
  public void open() throws Exception {
    open(Workplace.open());
  }

  void open(Workplace place) throws Exception {
    workplace = place;
    for (PipelineKind each : PipelineKind.values()) {
      if (each != PipelineKind.HAND) {
        plans.put(
            each,
            place
                .runtime()
                .plan(ManifestReader.read(each.manifest(), "bench.json", place.folder())));
      }
      kind = each;
      runOnce();
    }
  }

  void runOnce() throws Exception {
    openPipeline();
    run();
    check();
  }

  /** Gives the turn to the next pipeline. */
  @Setup(Level.Iteration)
  public void turn() {
    kind = KINDS.get(turn++ % KINDS.size());
  }

  /** Opens the pipeline for one run. */
  @Setup(Level.Invocation)
  public void openPipeline() throws Exception {
    PipelinePlan plan = plans.get(kind);
    pipeline = plan == null ? null : workplace.runtime().open(plan);
    sum = 0;
    count = 0;
  }

  /** One run. */
  @Benchmark
  public long run() throws Exception {
    Pipeline open = pipeline;
    if (open == null) {
      runByHand();
    } else {
      open.run(new Numbers(kind.items()), this::take);
    }
    return sum;
  }

  private void take(@Nullable Object output) {
    sum += (Long) Objects.requireNonNull(output);
    count++;
  }

  private void runByHand() {
    NodeInstance first = node();
    NodeInstance second = node();
    NodeInstance third = node();
    Emitter<@Nullable Object> end =
        value -> {
          take(value);
          return true;
        };
    Emitter<@Nullable Object> toThird =
        value -> {
          third.process(value, end);
          return true;
        };
    Emitter<@Nullable Object> toSecond =
        value -> {
          second.process(value, toThird);
          return true;
        };
    Numbers numbers = new Numbers(kind.items());
    while (numbers.next()) {
      first.process(numbers.value(), toSecond);
    }
  }

  private NodeInstance node() {
    NodeImplementation found =
        workplace
            .runtime()
            .catalogue()
            .find(PipelineKind.TYPE)
            .flatMap(entry -> entry.in(Language.JAVA))
            .orElseThrow();
    if (found instanceof NodeImplementation.JavaNode java) {
      return java.factory().create(Map.of("operation", "multiply", "operand", PipelineKind.FACTOR));
    }
    throw new IllegalStateException("a Java node that is none: " + found);
  }

  /** Checks what the last run emitted. */
  @TearDown(Level.Iteration)
  public void check() {
    if (sum != kind.sum() || count != kind.outputs()) {
      throw new WrongOutputException(
          kind.title(),
          "%d outputs with the sum %d".formatted(kind.outputs(), kind.sum()),
          "%d with %d".formatted(count, sum));
    }
  }

  /** Ends everything. */
  @TearDown
  public void close() {
    workplace.close();
  }

  /** The numbers from 0. */
  private static final class Numbers implements ItemSource {
    private final int count;
    private long next;

    Numbers(int count) {
      this.count = count;
    }

    @Override
    public boolean next() {
      return next++ < count;
    }

    @Override
    public Object value() {
      return next - 1;
    }
  }
}
