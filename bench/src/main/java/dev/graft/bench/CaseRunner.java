package dev.graft.bench;

import dev.graft.runtime.backend.BackendId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Measures a case on a backend, in JVMs with the flags of this one.
 *
 * @param folder where JMH's logs go
 */
record CaseRunner(Path folder) {
  /**
   * Measures.
   *
   * @throws RunnerException if the benchmark failed, for example because an output was wrong
   */
  List<Measurement> run(BenchCase benchCase, BackendId backend, Schedule schedule)
      throws RunnerException, IOException {
    Files.createDirectories(folder);
    String name = benchCase.id() + "-" + backend;
    Path trialLog = folder.resolve(name + ".jsonl").toAbsolutePath();
    Files.deleteIfExists(trialLog);
    Path jmhLog = folder.resolve(name + ".txt");
    System.setProperty(TrialLog.FILE, trialLog.toString()); // for what is measured in this JVM
    RunResult result =
        new Runner(options(benchCase, backend, schedule, trialLog, jmhLog)).runSingle();
    return measurements(benchCase, backend, result, TrialLog.read(trialLog));
  }

  private Options options(
      BenchCase benchCase, BackendId backend, Schedule schedule, Path trialLog, Path jmhLog) {
    Class<?> benchmark =
        switch (benchCase.kind()) {
          case CALL -> CallBenchmark.class;
          case CHAIN -> ChainBenchmark.class;
          case COLD -> ColdBenchmark.class;
        };
    ChainedOptionsBuilder builder =
        new OptionsBuilder()
            .include("^" + Pattern.quote(benchmark.getName()) + "\\.")
            .param("benchCase", benchCase.id())
            .param("backend", backend.text())
            .forks(schedule.forks())
            .warmupIterations(schedule.warmups())
            .measurementIterations(schedule.iterations())
            .jvmArgsAppend("-D" + TrialLog.FILE + "=" + trialLog)
            .output(jmhLog.toString())
            .shouldFailOnError(true);
    if (benchCase.kind() != BenchCase.Kind.COLD) {
      builder
          .warmupTime(TimeValue.milliseconds(schedule.warmupMillis()))
          .measurementTime(TimeValue.milliseconds(schedule.iterationMillis()));
    }
    return builder.build();
  }

  private static List<Measurement> measurements(
      BenchCase benchCase, BackendId backend, RunResult result, TrialLog log) {
    List<List<Double>> forks = new ArrayList<>();
    for (BenchmarkResult fork : result.getBenchmarkResults()) {
      List<Double> scores = new ArrayList<>();
      for (IterationResult iteration : fork.getIterationResults()) {
        scores.add(iteration.getPrimaryResult().getScore());
      }
      forks.add(scores);
    }
    if (benchCase.kind() != BenchCase.Kind.COLD) {
      List<Double> all = forks.stream().flatMap(List::stream).toList();
      return List.of(
          new Measurement(
              benchCase, backend, benchCase.title(), log.servedBy(), all, log.directNanos()));
    }
    return coldMeasurements(benchCase, backend, forks, log);
  }

  /** The first shot of a JVM also starts the engine: it is a row of its own. */
  private static List<Measurement> coldMeasurements(
      BenchCase benchCase, BackendId backend, List<List<Double>> forks, TrialLog log) {
    List<Double> first = new ArrayList<>();
    List<Double> firstDirect = new ArrayList<>();
    List<Double> further = new ArrayList<>();
    List<Double> furtherDirect = new ArrayList<>();
    int index = 0;
    for (List<Double> fork : forks) {
      for (int i = 0; i < fork.size(); i++) {
        (i == 0 ? first : further).add(fork.get(i));
        (i == 0 ? firstDirect : furtherDirect).add(log.directNanos().get(index++));
      }
    }
    String title = benchCase.title();
    return List.of(
        new Measurement(
            benchCase,
            backend,
            title + ", new interpreter",
            log.servedBy(),
            further,
            furtherDirect),
        new Measurement(
            benchCase, backend, title + ", first in the JVM", log.servedBy(), first, firstDirect));
  }
}
