package dev.graft.runtime.shadow;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.common.collect.Range;
import dev.graft.descriptor.Implementation;
import dev.graft.descriptor.NodeContract;
import dev.graft.descriptor.NodeDescriptor;
import dev.graft.descriptor.PortDescriptor;
import dev.graft.descriptor.Purity;
import dev.graft.descriptor.StateDescriptor;
import dev.graft.descriptor.ValueType.Scalar;
import dev.graft.params.ParamReader;
import dev.graft.registry.NodeFactory;
import dev.graft.registry.NodeInstance;
import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.backend.HostingRefusedException;
import dev.graft.runtime.backend.Item;
import dev.graft.runtime.backend.ResourceLimits;
import dev.graft.runtime.catalogue.NodeImplementation;
import dev.graft.runtime.failure.NodeFailureException;
import dev.graft.runtime.json.TypedJson;
import dev.graft.runtime.manifest.ErrorPolicy;
import dev.graft.runtime.manifest.FanIn;
import dev.graft.runtime.manifest.ShadowSpec;
import dev.graft.runtime.permission.Grants;
import dev.graft.runtime.plan.ShadowPlan;
import dev.graft.runtime.plan.StagePlan;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A shadow tells the truth about its candidate, and nothing of it reaches the node. */
@Timeout(60)
final class ShadowTest {
  /** Not so patient: a test waits for it. */
  private static final ShadowLimits LIMITS =
      new ShadowLimits(64, 1 << 20, Duration.ofSeconds(10), Duration.ZERO, 3);

  private static final ToyNode.Habit RIGHT = item -> item;

  private final ToyNode control = new ToyNode(BackendId.GRAALPY, ShadowTest::right);
  private final List<@Nullable Object> outputs = new ArrayList<>();
  private final CountDownLatch afterwards = new CountDownLatch(1);
  private ToyNode candidate = new ToyNode(BackendId.JAVA, RIGHT);
  private ShadowLimits limits = LIMITS;
  private ShadowSpec spec = ShadowSpec.of(BackendId.JAVA);
  private StateDescriptor state =
      StateDescriptor.instance(new StateDescriptor.Field("sum", Scalar.INT));

  @TempDir Path memory = Path.of("");

  private static long right(long item) {
    if (item == 1300) {
      throw new IllegalArgumentException("unlucky");
    }
    return item;
  }

  @Test
  void whatIsEqualMatches() throws Exception {
    candidate = new ToyNode(BackendId.JAVA, ShadowTest::right);
    ShadowedNode node = open();
    process(node, 1, 2, 3);
    assertThrows(NodeFailureException.class, () -> process(node, 1300));
    process(node, 4);
    node.flush(outputs::add);
    ShadowTotals totals = totals(node);

    assertThat(totals.matched()).isEqualTo(6);
    assertThat(totals.compared()).isEqualTo(6);
    assertThat(totals.dropped()).isEqualTo(0);
    assertThat(outputs).containsExactly(1L, 3L, 6L, 10L, -10L).inOrder();
    assertThat(candidate.isClosed()).isTrue();
  }

  @Test
  void aDifferenceCountsOnceUntilTheStateIsTakenAnew() throws Exception {
    candidate = new ToyNode(BackendId.JAVA, item -> item == 3 ? 4 : item);
    ShadowedNode node = open();
    for (long item = 1; item <= 50; item++) {
      process(node, item);
      awaitQuiet(node);
    }
    ShadowTotals totals = totals(node);

    assertThat(totals.mismatched()).isEqualTo(1);
    assertThat(totals.differences())
        .containsExactly(new ShadowTotals.Difference("outputs [6] [7]", 1, "nowhere"));
    assertThat(totals.matched()).isAtLeast(45); // what was on its way is lost
    assertThat(outputs).hasSize(50);
  }

  @Test
  void aNewCandidateGoesOnFromTheStateOfTheOneBefore() throws Exception {
    List<ToyNode> opened = new ArrayList<>();
    ShadowedNode node = open(() -> opened(opened, new ToyNode(BackendId.JAVA, RIGHT)));
    for (long item = 1; item <= 16; item++) {
      process(node, item);
    }
    ShadowTotals totals = totals(node);

    assertThat(totals.matched()).isEqualTo(16);
    assertThat(totals.mismatched()).isEqualTo(0);
    assertThat(opened).hasSize(3); // after 4 and 16 calls
    assertThat(opened.stream().allMatch(ToyNode::isClosed)).isTrue();
  }

  @Test
  void whatACandidateForgetsWhenItIsSavedIsFound() throws Exception {
    ShadowedNode node = open(() -> new Forgetful(new ToyNode(BackendId.JAVA, RIGHT)));
    process(node, 1, 2, 3, 4, 5);
    ShadowTotals totals = totals(node);

    assertThat(totals.matched()).isEqualTo(4);
    assertThat(totals.differences())
        .containsExactly(new ShadowTotals.Difference("outputs [15] [5]", 1, "nowhere"));
  }

  @Test
  void whatTheTwoKeepIsComparedWhenTheInputEnds() throws Exception {
    candidate = new ToyNode(BackendId.JAVA, RIGHT);
    ShadowedNode node = open(() -> new Hoarder(candidate));
    process(node, 1, 2);
    node.flush(outputs::add);
    ShadowTotals totals = totals(node);

    assertThat(totals.matched()).isEqualTo(3);
    assertThat(totals.differences())
        .containsExactly(
            new ShadowTotals.Difference("states {sum=3} {sum=3, items=2}", 1, "nowhere"));
  }

  @Test
  void statesAreNotComparedWhereSomethingDiffersAlready() throws Exception {
    CountDownLatch hold = new CountDownLatch(1);
    candidate = heldBy(hold, item -> item + 1);
    limits = new ShadowLimits(64, 1 << 20, Duration.ofSeconds(10), Duration.ofHours(1), 3);
    ShadowedNode node = open();
    process(node, 1, 2);
    node.flush(outputs::add);
    hold.countDown();

    assertThat(totals(node).differences())
        .containsExactly(new ShadowTotals.Difference("outputs [1] [2]", 1, "nowhere"));
  }

  @Test
  void ofANodeWithoutStateOneCandidateIsEnough() throws Exception {
    List<ToyNode> opened = new ArrayList<>();
    state = StateDescriptor.NONE;
    ShadowedNode node = open(() -> opened(opened, new ToyNode(BackendId.JAVA, RIGHT)));
    process(node, new long[20]);
    assertThat(totals(node).matched()).isEqualTo(20);
    assertThat(opened).hasSize(1);
  }

  /** It goes on when the latch is down. */
  private static ToyNode heldBy(CountDownLatch hold, ToyNode.Habit habit) {
    return new ToyNode(
        BackendId.JAVA,
        item -> {
          hold.await();
          return habit.of(item);
        });
  }

  private static ToyNode opened(List<ToyNode> opened, ToyNode node) {
    opened.add(node);
    return node;
  }

  @Test
  void whatWaitsBehindADifferenceIsNotComparedWithAWrongState() throws Exception {
    CountDownLatch hold = new CountDownLatch(1);
    candidate = heldBy(hold, item -> item == 1 ? 2 : item);
    limits = new ShadowLimits(64, 1 << 20, Duration.ofSeconds(10), Duration.ofHours(1), 3);
    ShadowedNode node = open();
    process(node, 1, 3, 5, 7);
    hold.countDown();
    ShadowTotals totals = totals(node);

    assertThat(totals.mismatched()).isEqualTo(1);
    assertThat(totals.dropped()).isEqualTo(3);
    assertThat(totals.matched()).isEqualTo(0);
  }

  @Test
  void everyItemIsInOneOfTheCounts() throws Exception {
    candidate = new ToyNode(BackendId.JAVA, item -> item == 3 ? 4 : item);
    limits = new ShadowLimits(64, 1 << 20, Duration.ofSeconds(10), Duration.ofHours(1), 3);
    ShadowedNode node = open();
    for (long item = 1; item <= 50; item++) {
      process(node, item);
      awaitQuiet(node);
    }
    ShadowTotals totals = totals(node);

    assertThat(totals.matched()).isEqualTo(2);
    assertThat(totals.mismatched()).isEqualTo(1);
    assertThat(totals.dropped()).isEqualTo(47);
  }

  @Test
  void whatComesAfterAFailureInABatchIsCountedOnce() throws Exception {
    candidate = new ToyNode(BackendId.JAVA, ShadowTest::right);
    ShadowedNode node = open();
    assertThrows(
        NodeFailureException.class, () -> node.process(batch(1, 1300, 5, 6), outputs::add));
    node.process(batch(5, 6), outputs::add);

    assertThat(totals(node).matched()).isEqualTo(4);
  }

  @Test
  void aBatchIsOneCall() throws Exception {
    candidate = new ToyNode(BackendId.JAVA, item -> item == 3 ? 4 : item);
    state = StateDescriptor.NONE;
    ShadowedNode node = open();
    node.process(batch(1, 2), outputs::add);
    node.process(batch(3, 4), outputs::add);
    ShadowTotals totals = totals(node);

    assertThat(totals.matched()).isEqualTo(2);
    assertThat(totals.mismatched()).isEqualTo(1);
  }

  @Test
  void aFailureOfTheCandidateIsItsOwnAndEndsItInTheEnd() throws Exception {
    candidate =
        new ToyNode(
            BackendId.JAVA,
            item -> {
              throw new IllegalArgumentException("never");
            });
    state = StateDescriptor.NONE;
    ShadowedNode node = open();
    for (long item = 0; item < 10; item++) {
      process(node, item);
      awaitQuiet(node);
    }
    ShadowTotals totals = totals(node);

    assertThat(totals.errors()).isEqualTo(3);
    assertThat(node.shadow().summary().off().orElseThrow())
        .isEqualTo("the candidate failed 3 times in a row");
    assertThat(outputs).hasSize(10);
  }

  @Test
  void nobodyWaitsForASlowCandidate() throws Exception {
    CountDownLatch hold = new CountDownLatch(1);
    candidate = heldBy(hold, RIGHT);
    state = StateDescriptor.NONE;
    limits = new ShadowLimits(4, 1 << 20, Duration.ofMillis(50), Duration.ZERO, 3);
    spec = new ShadowSpec(BackendId.JAVA, 1, Duration.ofMillis(20), false);
    ShadowedNode node = open();
    for (long item = 0; item < 100; item++) {
      process(node, item);
      Thread.sleep(1);
    }
    node.close();

    assertThat(outputs).hasSize(100);
    assertThat(node.shadow().summary().totals().dropped()).isAtLeast(1);
    assertThat(node.shadow().summary().off().orElseThrow())
        .isEqualTo("the candidate took longer than its timeout for an item");
    hold.countDown();
  }

  @Test
  void whatWaitsIsBounded() throws Exception {
    CountDownLatch hold = new CountDownLatch(1);
    candidate = heldBy(hold, RIGHT);
    state = StateDescriptor.NONE;
    limits = new ShadowLimits(64, 100, Duration.ofSeconds(10), Duration.ZERO, 3);
    ShadowedNode node = open();
    process(node, 1, 2, 3, 4, 5, 6, 7, 8);
    hold.countDown();
    assertThat(totals(node).dropped()).isAtLeast(6);
  }

  @Test
  void oneInMany() throws Exception {
    state = StateDescriptor.NONE;
    spec = new ShadowSpec(BackendId.JAVA, 10, Duration.ofSeconds(5), false);
    limits = new ShadowLimits(4096, 1 << 20, Duration.ofSeconds(10), Duration.ZERO, 3);
    ShadowedNode node = open();
    candidate.restore(control.snapshot());
    for (int i = 0; i < 2000; i++) {
      process(node, 0);
    }
    assertThat(totals(node).compared()).isIn(Range.closed(120L, 290L));
  }

  @Test
  void aFileEndsAllShadows() throws Exception {
    ShadowedNode node = open();
    process(node, 1);
    awaitQuiet(node);
    Files.writeString(memory.resolve("shadow-off"), "");
    while (node.shadow().summary().off().isEmpty()) {
      Thread.sleep(10);
    }
    process(node, 2, 3);

    assertThat(totals(node).compared()).isEqualTo(1);
    assertThat(node.shadow().summary().off().orElseThrow()).endsWith("shadow-off is there");
    assertThat(outputs).containsExactly(1L, 3L, 6L).inOrder();
  }

  @Test
  void nothingIsLeftAfterTheKillSwitchThoughTheNodeGoesOn() throws Exception {
    ShadowedNode node = open();
    process(node, 1, 2, 3);
    awaitQuiet(node);
    Files.writeString(memory.resolve("shadow-off"), "");
    Thread thread = shadowThread().orElseThrow();
    thread.join(20_000);

    assertThat(thread.isAlive()).isFalse();
    assertThat(candidate.isClosed()).isTrue();
    assertThat(afterwards.getCount()).isEqualTo(0);
    for (long item = 0; item < 1000; item++) {
      process(node, item);
    }
    node.restore(node.snapshot());
    assertThat(node.shadow().isQuiet()).isTrue();
    assertThat(totals(node).compared()).isEqualTo(3);
    assertThat(outputs).hasSize(1003);
  }

  @Test
  void whatWaitsForACandidateThatHangsIsLetGo() throws Exception {
    CountDownLatch hold = new CountDownLatch(1);
    candidate =
        new ToyNode(
            BackendId.JAVA,
            item -> {
              while (hold.getCount() > 0) {
                Thread.onSpinWait(); // it hears no interrupt
              }
              return item;
            });
    state = StateDescriptor.NONE;
    spec = new ShadowSpec(BackendId.JAVA, 1, Duration.ofMillis(20), false);
    ShadowedNode node = open();
    while (node.shadow().summary().off().isEmpty()) {
      process(node, 1);
      Thread.sleep(1);
    }

    assertThat(node.shadow().waits()).isEqualTo(0);
    assertThat(node.shadow().summary().off().orElseThrow())
        .isEqualTo("the candidate took longer than its timeout for an item");
    hold.countDown();
    Thread thread = shadowThread().orElse(Thread.currentThread());
    thread.join(thread.equals(Thread.currentThread()) ? 1 : 20_000);
    assertThat(totals(node).compared()).isEqualTo(0);
  }

  @Test
  void itsFindingsAreWrittenDownWhereVersionControlDoesNotLook() throws Exception {
    memory = memory.resolve(".graft");
    ShadowedNode node = open();
    process(node, 1, 2);
    totals(node);
    List<String> lines = Files.readAllLines(memory.resolve("shadow.jsonl"));
    Map<?, ?> line =
        (Map<?, ?>) Objects.requireNonNull(TypedJson.read(lines.getLast(), "shadow.jsonl"));

    assertThat(Files.readString(memory.resolve(".gitignore"))).isEqualTo("*\n");
    assertThat(line.get("node")).isEqualTo("toy-type");
    assertThat(line.get("env")).isEqualTo("prod");
    assertThat(line.get("matched")).isEqualTo(2L);
    assertThat(String.valueOf(line.get("candidate"))).contains("backend=java");
  }

  @Test
  void outputsThatNobodyWantsAreNotMissed() throws Exception {
    state = StateDescriptor.NONE;
    ShadowedNode node = open();
    node.process(batch(1, 2, 3), value -> outputs.add(value) && outputs.size() < 2);

    assertThat(totals(node).mismatched()).isEqualTo(0);
    assertThat(outputs).containsExactly(1L, 3L).inOrder();
  }

  @Test
  void aCallThatEmitsWithoutEndIsNotKept() throws Exception {
    state = StateDescriptor.NONE;
    limits = new ShadowLimits(64, 1000, Duration.ofSeconds(10), Duration.ZERO, 3);
    ShadowedNode node = open();
    node.process(batch(new long[10_000]), outputs::add);
    process(node, 1);

    assertThat(totals(node).dropped()).isEqualTo(10_000);
    assertThat(totals(node).compared()).isEqualTo(1);
    assertThat(outputs).hasSize(10_001);

    OutputCopies copies = new OutputCopies(value -> true, 1000);
    copies.emit("one");
    assertThat(copies.kept()).containsExactly("one");
    for (int i = 0; i < 1000; i++) {
      assertThat(copies.emit("another")).isTrue();
    }
    assertThat(copies.isTooMuch()).isTrue();
    assertThat(copies.kept()).isEmpty();
  }

  @Test
  void whatCannotBeOpenedIsSaid() throws Exception {
    ShadowedNode node =
        open(
            () -> {
              throw new HostingRefusedException(BackendId.JAVA, "not here");
            });
    process(node, 1);
    node.close();

    assertThat(node.shadow().summary().off().orElseThrow())
        .isEqualTo("the candidate cannot run: not here");
  }

  private ShadowedNode open() {
    return open(() -> candidate);
  }

  private ShadowedNode open(Shadow.Opening opening) {
    Shadow shadow =
        new Shadow(
            stage(),
            control.servedBy(),
            opening,
            afterwards::countDown,
            (stage, one, other, folder) -> new ToyJudge(),
            Optional.of(memory),
            "prod",
            limits);
    return new ShadowedNode(control, shadow, () -> false);
  }

  private void process(ShadowedNode node, long... items) throws NodeFailureException {
    for (long item : items) {
      node.process(List.of(Item.of(0, item)), outputs::add);
    }
  }

  private static List<Item> batch(long... items) {
    return LongStream.of(items).mapToObj(item -> Item.of(item, item)).toList();
  }

  private static Optional<Thread> shadowThread() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("graft-shadow-toy"))
        .findFirst();
  }

  /** Waits until all that was handed over was judged. */
  private static void awaitQuiet(ShadowedNode node) throws InterruptedException {
    while (!node.shadow().isQuiet()) {
      Thread.sleep(1);
    }
  }

  private static ShadowTotals totals(ShadowedNode node) throws NodeFailureException {
    node.close();
    return node.shadow().summary().totals();
  }

  private StagePlan stage() {
    NodeDescriptor descriptor =
        new NodeDescriptor(
            new NodeContract(
                "toy-type",
                "1.0",
                "For tests.",
                List.of(),
                List.of(PortDescriptor.in(Scalar.ANY)),
                List.of(PortDescriptor.out(Scalar.ANY)),
                state,
                Purity.PURE),
            Implementation.java("T"));
    StagePlan.Candidate one =
        new StagePlan.Candidate(
            BackendId.JAVA, new NodeImplementation.JavaNode(new NoFactory(descriptor)), Map.of());
    return new StagePlan(
        "toy",
        "toy-type",
        List.of(one),
        Grants.NONE,
        new ErrorPolicy.Fail(),
        Optional.empty(),
        Optional.empty(),
        ResourceLimits.NONE,
        FanIn.ARRIVAL,
        1,
        Optional.empty(),
        Optional.empty(),
        Optional.of(new ShadowPlan(one, spec)),
        Optional.empty());
  }

  /** Its nodes are there already. */
  private record NoFactory(NodeDescriptor descriptor) implements NodeFactory {
    @Override
    public NodeInstance create(ParamReader params) {
      throw new IllegalStateException("made already");
    }
  }
}
