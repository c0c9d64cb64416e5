package dev.graft.runtime.run;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import dev.graft.descriptor.Implementation;
import dev.graft.descriptor.NodeContract;
import dev.graft.descriptor.NodeDescriptor;
import dev.graft.descriptor.PortDescriptor;
import dev.graft.descriptor.Purity;
import dev.graft.descriptor.StateDescriptor;
import dev.graft.descriptor.ValueType.Scalar;
import dev.graft.node.Emitter;
import dev.graft.params.ParamReader;
import dev.graft.registry.NodeFactory;
import dev.graft.registry.NodeInstance;
import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.backend.BackendSession;
import dev.graft.runtime.backend.HostedNode;
import dev.graft.runtime.backend.NodeOpening;
import dev.graft.runtime.backend.ResourceLimits;
import dev.graft.runtime.catalogue.NodeImplementation;
import dev.graft.runtime.manifest.ErrorPolicy;
import dev.graft.runtime.manifest.FanIn;
import dev.graft.runtime.permission.Grants;
import dev.graft.runtime.permission.Permission;
import dev.graft.runtime.plan.PipelinePlan;
import dev.graft.runtime.plan.PipelinePlan.Edge;
import dev.graft.runtime.plan.StagePlan;
import dev.graft.runtime.queue.Bell;
import dev.graft.runtime.queue.Ring;
import dev.graft.runtime.queue.Room;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Random pipelines over several threads, beside what a simple loop makes of the same input. */
@Timeout(120)
final class LanesTest {
  private static final int SEEDS = Integer.getInteger("graft.lanes.seeds", 400);
  private static final long NEVER = -1;
  private static final List<FakeNode.Kind> TAKERS =
      List.of(FakeNode.Kind.MAPS, FakeNode.Kind.TWICE, FakeNode.Kind.DROPS);

  private final List<Long> outputs = Collections.synchronizedList(new ArrayList<>());

  @Test
  void computeWhatALoopComputes() throws Exception {
    int most = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      Shape shape = Shape.random(seed);
      outputs.clear();
      Run run = new Run(shape, NEVER);
      run.go(shape.items);
      run.state.throwFailure();
      assertWithMessage("seed %s: %s", seed, shape)
          .that(outputs.stream().sorted().toList())
          .isEqualTo(shape.expected().stream().sorted().toList());
      if (shape.isChain()) {
        assertWithMessage("seed %s", seed).that(outputs).isEqualTo(shape.expected());
      }
      most = Math.max(most, run.lanes());
    }
    assertThat(most).isAtLeast(4);
  }

  @Test
  void deliverWhatCameBeforeAFailure() throws Exception {
    int failures = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      Shape shape = Shape.random(seed);
      outputs.clear();
      Run run = new Run(shape, shape.items.get(shape.items.size() / 2));
      run.go(shape.items);
      List<Long> all = new ArrayList<>(shape.expected());
      if (run.state.hasFailed()) {
        failures++;
        if (shape.isChain()) {
          int count = outputs.size();
          assertWithMessage("seed %s", seed).that(outputs).isEqualTo(all.subList(0, count));
        }
      } else {
        assertWithMessage("seed %s", seed).that(outputs).hasSize(all.size());
      }
      if (!shape.kinds.contains(FakeNode.Kind.SUMS)) {
        outputs.forEach(output -> assertThat(all.remove(output)).isTrue());
      }
    }
    assertThat(failures).isAtLeast(SEEDS / 2);
  }

  @Test
  void aChainThatFailsAtItsEndHasDeliveredAllBefore() throws Exception {
    Shape shape = Shape.chain("JWGJ", 5000);
    Run run = new Run(shape, NEVER, 3);
    long taken = FakeNode.mapped(2, FakeNode.mapped(1, FakeNode.mapped(0, 4000)));
    run.failing(3, taken);
    run.go(shape.items);
    assertThat(run.state.hasFailed()).isTrue();
    assertThat(outputs).hasSize(4000);
  }

  @Test
  void aBatchGoesOnAfterAnItemThatIsSkipped() throws Exception {
    Shape shape = Shape.chain("W", 2000);
    Run run = new Run(shape, 777);
    run.onError = new ErrorPolicy.Skip();
    run.go(shape.items);
    run.state.throwFailure();
    List<Long> expected = new ArrayList<>(shape.expected());
    expected.remove(777);
    assertThat(outputs).isEqualTo(expected);
    assertThat(run.state.events()).hasSize(1);
    assertThat(run.fakes.getFirst().largestBatch()).isGreaterThan(1);
  }

  @Test
  void endSoonWhenCancelled() throws Exception {
    for (int seed = 0; seed < SEEDS / 10; seed++) {
      Shape shape = Shape.random(seed);
      Run run = new Run(shape, NEVER);
      long[] at = new long[1];
      Thread canceller =
          Thread.ofPlatform()
              .start(
                  () -> {
                    try {
                      Thread.sleep(5);
                    } catch (InterruptedException e) {
                      throw new IllegalStateException(e);
                    }
                    at[0] = System.nanoTime();
                    run.state.cancel();
                  });
      run.go(LongStream.generate(() -> 1).iterator());
      canceller.join();
      long took = (System.nanoTime() - at[0]) / 1_000_000;
      assertWithMessage("seed %s, ms", seed).that(took).isLessThan(2000);
    }
  }

  /** What stops then must not look like the end of the input to those that come after. */
  @Test
  void anInterruptAtAFullQueueFailsTheRun() {
    RunState state = new RunState(new RunWatch() {});
    Lane from = new Lane(state);
    Ring ring = new Ring(new Room(1, 1 << 20), value -> 0, from.bell(), new Bell());
    assertThat(from.give(ring, 1L)).isTrue();
    Thread.currentThread().interrupt();
    assertThat(from.give(ring, 2L)).isFalse();
    assertThat(Thread.interrupted()).isTrue();
    assertThat(state.hasFailed()).isTrue();
    assertThat(from.wantsMore()).isFalse();
  }

  /** One pipeline. */
  private final class Run {
    private final RunState state = new RunState(new RunWatch() {});
    private final List<FakeNode> fakes = new ArrayList<>();
    private final Shape shape;
    private ErrorPolicy onError = new ErrorPolicy.Fail();
    private int lanes;

    Run(Shape shape, long bad) {
      this(shape, bad, -1);
    }

    Run(Shape shape, long bad, int without) {
      this.shape = shape;
      Map<String, AtomicReference<@Nullable Thread>> users = new HashMap<>();
      for (int i = 0; i < shape.places.length(); i++) {
        char place = shape.places.charAt(i);
        String key = place == 'G' || place == 'H' ? "" + place : place + "" + i;
        if (i != without) {
          fakes.add(
              new FakeNode(
                  i,
                  backend(place),
                  shape.kinds.get(i),
                  bad,
                  users.computeIfAbsent(key, k -> new AtomicReference<>())));
        }
      }
    }

    void failing(int place, long bad) {
      fakes.add(
          place,
          new FakeNode(
              place,
              backend(shape.places.charAt(place)),
              shape.kinds.get(place),
              bad,
              new AtomicReference<>()));
    }

    void go(List<Long> items) throws Exception {
      go(items.iterator());
    }

    void go(Iterator<Long> items) throws Exception {
      List<List<OpenStage>> nodes = new ArrayList<>();
      List<StagePlan> plans = new ArrayList<>();
      for (int i = 0; i < fakes.size(); i++) {
        StagePlan plan = plan(i, shape.places.charAt(i), onError);
        plans.add(plan);
        Recoveries none = new Recoveries("n" + i, event -> {}, reason -> {});
        nodes.add(List.of(new OpenStage(plan, new NoSession(), fakes.get(i), false, none)));
      }
      PipelinePlan plan = new PipelinePlan("test", plans, shape.edges);
      Assembly.Assembled assembled =
          Assembly.of(plan, nodes, state, Metering.of(RunOptions.DEFAULT), this::exit);
      lanes = assembled.lanes().size();
      Lane first = assembled.lanes().getFirst();
      state.watch(assembled.lanes());
      LaneThreads threads = LaneThreads.start(assembled.lanes().subList(1, lanes), state);
      try (threads) {
        while (first.wantsMore() && !state.hasFailed() && items.hasNext()) {
          Long item = items.next();
          assembled.inlets().forEach(inlet -> inlet.take(item));
        }
        first.run();
      }
    }

    int lanes() {
      return lanes;
    }

    private Emitter<@Nullable Object> exit(Lane lane) {
      return value -> {
        outputs.add((Long) Objects.requireNonNull(value));
        return lane.wantsMore();
      };
    }
  }

  private static BackendId backend(char place) {
    return switch (place) {
      case 'J' -> BackendId.JAVA;
      case 'W' -> BackendId.CPYTHON;
      default -> BackendId.GRAALPY;
    };
  }

  private static StagePlan plan(int id, char place, ErrorPolicy onError) {
    NodeDescriptor descriptor =
        new NodeDescriptor(
            new NodeContract(
                "t",
                "1.0",
                "For tests.",
                List.of(),
                List.of(PortDescriptor.in(Scalar.ANY)),
                List.of(PortDescriptor.out(Scalar.ANY)),
                StateDescriptor.NONE,
                Purity.PURE),
            Implementation.java("T"));
    Grants grants =
        Grants.of(Path.of("/"), place == 'H' ? List.of(new Permission.Threads()) : List.of());
    return new StagePlan(
        "n" + id,
        "t",
        List.of(
            new StagePlan.Candidate(
                backend(place),
                new NodeImplementation.JavaNode(new NoFactory(descriptor)),
                Map.of())),
        grants,
        onError,
        Optional.empty(),
        Optional.empty(),
        ResourceLimits.NONE,
        FanIn.ARRIVAL,
        1,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** Its nodes are there already. */
  private record NoFactory(NodeDescriptor descriptor) implements NodeFactory {
    @Override
    public NodeInstance create(ParamReader params) {
      throw new IllegalStateException("made already");
    }
  }

  /** Its nodes are never joined. */
  private static final class NoSession implements BackendSession {
    @Override
    public HostedNode open(NodeOpening opening) {
      throw new IllegalStateException("opened already");
    }

    @Override
    public void close() {}
  }

  /**
   * A pipeline, and its input.
   *
   * @param places a letter for each node: J is in Java, G and H in two interpreters, W in a worker
   */
  private record Shape(
      String places, List<FakeNode.Kind> kinds, List<Edge> edges, List<Long> items) {
    static Shape random(int seed) {
      Random random = new Random(seed);
      int count = 1 + random.nextInt(7);
      StringBuilder places = new StringBuilder();
      List<FakeNode.Kind> kinds = new ArrayList<>();
      List<Edge> edges = new ArrayList<>();
      boolean chain = random.nextInt(3) == 0;
      for (int i = 0; i < count; i++) {
        places.append("JGHW".charAt(random.nextInt(4)));
        kinds.add(random.nextInt(10) == 0 ? FakeNode.Kind.SUMS : TAKERS.get(random.nextInt(3)));
        for (int from = 0; from < i; from++) {
          if (chain ? from == i - 1 : random.nextInt(3) == 0) {
            edges.add(new Edge(from, i));
          }
        }
      }
      return new Shape(
          places.toString(), kinds, edges, random.longs(600, 0, 1_000_003).boxed().toList());
    }

    static Shape chain(String places, int items) {
      List<Edge> edges = new ArrayList<>();
      for (int i = 1; i < places.length(); i++) {
        edges.add(new Edge(i - 1, i));
      }
      return new Shape(
          places,
          Collections.nCopies(places.length(), FakeNode.Kind.MAPS),
          edges,
          LongStream.range(0, items).boxed().toList());
    }

    boolean isChain() {
      for (int i = 0; i < places.length(); i++) {
        int place = i;
        if ((i > 0 && !edges.contains(new Edge(i - 1, i)))
            || edges.stream().filter(edge -> edge.to() == place).count() > 1) {
          return false;
        }
      }
      return true;
    }

    List<Long> expected() {
      List<List<Long>> emitted = new ArrayList<>();
      List<Long> all = new ArrayList<>();
      for (int i = 0; i < places.length(); i++) {
        int place = i;
        List<Long> taken = new ArrayList<>();
        edges.stream()
            .filter(edge -> edge.to() == place)
            .forEach(edge -> taken.addAll(emitted.get(edge.from())));
        if (edges.stream().noneMatch(edge -> edge.to() == place)) {
          taken.addAll(items);
        }
        List<Long> own = emit(i, taken);
        emitted.add(own);
        if (edges.stream().noneMatch(edge -> edge.from() == place)) {
          all.addAll(own);
        }
      }
      return all;
    }

    private List<Long> emit(int id, List<Long> taken) {
      return switch (kinds.get(id)) {
        case MAPS -> taken.stream().map(value -> FakeNode.mapped(id, value)).toList();
        case TWICE ->
            taken.stream().flatMap(value -> Stream.of(value, FakeNode.mapped(id, value))).toList();
        case DROPS -> taken.stream().filter(value -> value % 3 != 0).toList();
        case SUMS -> List.of(taken.stream().mapToLong(Long::longValue).sum() % 1_000_003);
      };
    }
  }
}
