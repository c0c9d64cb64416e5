package dev.graft.bench;

import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.backend.BackendSettings;
import dev.graft.runtime.run.GraftRuntime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs the groups and prints the table. Arguments: {@code --quick} for a few seconds per cell
 * instead of a minute, and ids of groups to run only these.
 */
public final class Bench {
  private Bench() {}

  /** Runs the benchmarks. */
  public static void main(String[] args) throws Exception {
    List<String> arguments = new ArrayList<>(List.of(args));
    boolean quick = arguments.remove("--quick");
    Map<String, Double> before = DirectPython.measure();
    List<Measured> rows = new ArrayList<>();
    try (GraftRuntime runtime = GraftRuntime.create(BackendSettings.ofUser())) {
      for (Group group : Group.WARM) {
        measure(runtime, group, WarmCall.class, warm(quick), arguments, rows);
      }
      for (Group group : Group.COLD) {
        measure(runtime, group, ColdCall.class, cold(quick), arguments, rows);
      }
    }
    Map<String, Double> after = DirectPython.measure();
    List<String> table = ResultTable.of(rows, before, after);
    table.forEach(System.out::println);
    Path out = Files.createDirectories(Path.of("target", "bench"));
    Files.write(out.resolve("results.md"), table);
  }

  private static void measure(
      GraftRuntime runtime,
      Group group,
      Class<?> benchmark,
      ChainedOptionsBuilder options,
      List<String> only,
      List<Measured> rows)
      throws RunnerException, IOException {
    if (!only.isEmpty() && !only.contains(group.id())) {
      return;
    }
    for (BackendId backend : BackendId.values()) {
      if (!BenchPlans.canHost(runtime, group, backend)) {
        continue;
      }
      ChainedOptionsBuilder one =
          new OptionsBuilder()
              .parent(options.build())
              .include(benchmark.getName())
              .param("group", group.id())
              .param("backend", backend.name());
      for (RunResult run : new Runner(one.build()).run()) {
        Result<?> result = run.getPrimaryResult();
        rows.add(new Measured(group, backend, result.getScore(), result.getScoreError()));
      }
    }
  }

  private static ChainedOptionsBuilder warm(boolean quick) {
    return new OptionsBuilder()
        .shouldFailOnError(true)
        .forks(quick ? 1 : 3)
        .warmupIterations(quick ? 3 : 10)
        .warmupTime(TimeValue.seconds(2))
        .measurementIterations(quick ? 3 : 5)
        .measurementTime(TimeValue.seconds(1));
  }

  private static ChainedOptionsBuilder cold(boolean quick) {
    return new OptionsBuilder()
        .shouldFailOnError(true)
        .forks(1)
        .warmupIterations(quick ? 2 : 10)
        .measurementIterations(quick ? 5 : 20);
  }
}
