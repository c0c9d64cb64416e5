package dev.graft.bench.nodes;

import dev.graft.bench.report.Turns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Measures a native node beside the method that one would write by hand. */
public final class NodesBench {
  private static final int QUICK_FORKS = 3;
  private static final int FULL_FORKS = 8;
  private static final int WARMUPS = 12;
  private static final int ITERATIONS = 20;
  private static final int MILLIS = 200;

  private NodesBench() {}

  /**
   * Measures.
   *
   * @param logs where JMH's logs go
   * @throws RunnerException if the benchmark failed, for example because the two differ
   */
  public static NodesSection run(boolean full, Path logs) throws RunnerException, IOException {
    Files.createDirectories(logs);
    System.err.println("nodes, calculator");
    RunResult result =
        new Runner(
                new OptionsBuilder()
                    .include("^" + Pattern.quote(NodesBenchmark.class.getName()) + "\\.")
                    .forks(full ? FULL_FORKS : QUICK_FORKS)
                    .warmupIterations(WARMUPS)
                    .measurementIterations(ITERATIONS)
                    .warmupTime(TimeValue.milliseconds(MILLIS))
                    .measurementTime(TimeValue.milliseconds(MILLIS))
                    .output(logs.resolve("nodes.txt").toString())
                    .shouldFailOnError(true)
                    .build())
            .runSingle();
    List<List<Double>> samples = Turns.of(result, 2);
    return new NodesSection(samples.getFirst(), samples.getLast());
  }
}
