package dev.graft.bench;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import dev.graft.runtime.backend.BackendId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

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
