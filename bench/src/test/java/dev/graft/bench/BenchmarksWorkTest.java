package dev.graft.bench;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.graft.bench.codec.CodecBenchmark;
import dev.graft.bench.compile.CompileBench;
import dev.graft.bench.compile.CompileSection;
import dev.graft.bench.nodes.NodesBenchmark;
import dev.graft.bench.shadow.ShadowBench;
import dev.graft.bench.shadow.ShadowSection;
import dev.graft.runtime.backend.BackendId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openjdk.jmh.infra.Blackhole;

/** One runtime for all: a GraalPy engine takes seconds to start. */
final class BenchmarksWorkTest {
  private static Workplace workplace;

  @BeforeAll
  static void open() throws Exception {
    workplace = Workplace.open();
  }

  @AfterAll
  static void close() {
    workplace.close();
  }

  @TestFactory
  Stream<DynamicTest> everyCaseWorksOnEveryBackend() {
    List<DynamicTest> tests = new ArrayList<>();
    for (BenchCase benchCase : BenchCases.all()) {
      for (BackendId backend : BackendId.values()) {
        if (workplace.hosts(benchCase, backend)) {
          tests.add(
              DynamicTest.dynamicTest(
                  benchCase.id() + " on " + backend, () -> runOnce(benchCase, backend)));
        }
      }
    }
    return tests.stream();
  }

  @Test
  void pythonHostsAllCasesAndJavaTheMarshaling() {
    for (BenchCase benchCase : BenchCases.all()) {
      assertWithMessage(benchCase.id())
          .that(workplace.hosts(benchCase, BackendId.GRAALPY))
          .isTrue();
      assertWithMessage(benchCase.id())
          .that(workplace.hosts(benchCase, BackendId.CPYTHON))
          .isTrue();
    }
    assertThat(workplace.hosts(BenchCases.of("large-list"), BackendId.JAVA)).isTrue();
  }

  @ParameterizedTest
  @EnumSource(names = {"INTERPRETED", "FEW_CASES", "WORKER"}) // the others are like the first
  void everyValueCrossesTheBridge(BridgeHost host) throws Exception {
    BridgeBenchmark benchmark = new BridgeBenchmark();
    benchmark.host = host.name();
    benchmark.open(workplace);
    for (BridgeCase each : BridgeCase.of(host)) {
      benchmark.turn();
      int outputs = each.way() == BridgeCase.Way.IN ? 0 : 1;
      assertWithMessage(each.id()).that(benchmark.call()).hasSize(outputs);
      benchmark.check();
    }
    benchmark.closeNodes();
  }

  @Test
  void aShadowedPipelineUnderLoadIsMeasured() throws Exception {
    ShadowSection section = ShadowBench.run(1, 300, 100);
    assertThat(section.rounds()).hasSize(1);
    assertThat(section.markdown()).contains("The shadows compared 301 items and dropped 0.");
    assertThat(section.markdown())
        .contains("p99 with a shadow beside without, target at most 1.02×");
  }

  @Test
  void arraysCrossToAWorkerByReference() throws Exception {
    BridgeValue largest = BridgeValue.arrays().getLast();
    List<BridgeCase> cases =
        List.of(
            new BridgeCase(largest, BridgeCase.Way.IN),
            new BridgeCase(largest, BridgeCase.Way.OUT),
            new BridgeCase(largest, BridgeCase.Way.ORDINARY_OUT));
    List<String> ways = new ArrayList<>();
    try (BridgeNodes nodes = BridgeNodes.open(workplace, cases, BackendId.CPYTHON)) {
      for (BridgeNode node : nodes.nodes()) {
        ways.add(node.verify());
      }
    }
    assertThat(ways)
        .containsExactly(
            "by reference", "by reference", "by reference, after one copy in the worker")
        .inOrder();
  }

  @Test
  void aValueThatArrivesOtherwiseIsDetected() throws Exception {
    BridgeValue wrong = new BridgeValue("int", "int", 0, 42L, "int 43");
    BridgeCase in = new BridgeCase(wrong, BridgeCase.Way.IN);
    try (BridgeNodes nodes = BridgeNodes.open(workplace, List.of(in), BackendId.CPYTHON)) {
      assertThat(assertThrows(WrongOutputException.class, () -> nodes.nodes().getFirst().verify()))
          .hasMessageThat()
          .isEqualTo("int-in: expected [int 43], got [int 42]");
    }
  }

  @TestFactory
  Stream<DynamicTest> allPeersDoTheSame() {
    return PeersBench.CASES.stream().map(id -> DynamicTest.dynamicTest(id, () -> runEachPeer(id)));
  }

  private static void runEachPeer(String id) throws Exception {
    PeerBenchmark benchmark = new PeerBenchmark();
    benchmark.benchCase = id;
    benchmark.open(workplace); // checks the first output of each
    for (PeerKind kind : PeerKind.values()) {
      benchmark.turn();
      assertWithMessage(kind.title()).that(benchmark.call()).isNotEmpty();
      benchmark.compare(true);
    }
    benchmark.closePeers();
  }

  @Test
  void allPipelinesComputeTheSame() throws Exception {
    PipelineBenchmark benchmark = new PipelineBenchmark();
    benchmark.open(workplace); // checks a run of each
    for (PipelineKind kind : PipelineKind.values()) {
      benchmark.turn();
      assertWithMessage(kind.title()).that(kind.items()).isAtLeast(1000);
      benchmark.runOnce();
    }
  }

  @Test
  void oneNodeAndThreeGiveTheSame() throws Exception {
    new ChainsBenchmark().open(workplace); // checks a run of each
  }

  @ParameterizedTest
  @EnumSource
  void numpyAndJavaDoTheSameWithAudio(AudioWork work) throws Exception {
    AudioBenchmark benchmark = new AudioBenchmark();
    benchmark.work = work.name();
    benchmark.open(workplace); // checks the first output
    assertThat(benchmark.call()).hasSize(1);
    benchmark.closeNode(); // checks the last
  }

  @Test
  void theNodeAndTheMethodByHandDoTheSame() {
    NodesBenchmark benchmark = new NodesBenchmark();
    benchmark.open(
        new Blackhole(
            "Today's password is swordfish. I understand instantiating Blackholes directly is"
                + " dangerous."));
    benchmark.turn();
    benchmark.process();
    benchmark.turn();
    benchmark.process();
  }

  @ParameterizedTest
  @ValueSource(strings = {"DECODE", "ENCODE", "BOTH"})
  void bothCodecsDoTheSame(String direction) {
    CodecBenchmark benchmark = new CodecBenchmark();
    benchmark.direction = direction;
    benchmark.open(
        new Blackhole(
            "Today's password is swordfish. I understand instantiating Blackholes directly is"
                + " dangerous."));
    benchmark.turn();
    benchmark.process();
    benchmark.turn();
    benchmark.process();
  }

  @Test
  void nodesCompileToTheSameClassesWithAndWithoutTheProcessor() throws Exception {
    CompileSection section = CompileBench.run(List.of(6, 12), 1);
    assertThat(section.sizes().stream().map(CompileSection.Size::count)).containsExactly(6, 12);
    assertThat(section.markdown()).contains("linear growth: processor time per node for 12");
  }

  private static void runOnce(BenchCase benchCase, BackendId backend) throws Exception {
    switch (benchCase.kind()) {
      case CALL -> {
        CallBenchmark benchmark = new CallBenchmark();
        benchmark.benchCase = benchCase.id();
        benchmark.backend = backend.text();
        benchmark.open(workplace);
        benchmark.call();
        benchmark.compare(true);
        benchmark.closeNode();
      }
      case CHAIN -> {
        ChainBenchmark benchmark = new ChainBenchmark();
        benchmark.benchCase = benchCase.id();
        benchmark.backend = backend.text();
        benchmark.plan(workplace);
        benchmark.compare(true);
        benchmark.closePlan();
      }
      case COLD -> {
        ColdBenchmark benchmark = new ColdBenchmark();
        benchmark.benchCase = benchCase.id();
        benchmark.backend = backend.text();
        benchmark.prepare(workplace);
        benchmark.firstCall();
        benchmark.compare();
        benchmark.closeNodes();
      }
    }
  }
}
