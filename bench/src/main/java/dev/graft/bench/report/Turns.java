package dev.graft.bench.report;

import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;

/**
 * Iterations of one JMH benchmark that measured several things in turn, so that all of them meet
 * the same machine: JMH itself would measure one after the other.
 */
public final class Turns {
  private Turns() {}

  /**
   * The samples of each.
   *
   * @param parties how many took turns; each has the same number of iterations in each JVM
   */
  public static List<List<Double>> of(RunResult result, int parties) {
    List<List<Double>> samples = new ArrayList<>();
    for (int i = 0; i < parties; i++) {
      samples.add(new ArrayList<>());
    }
    for (BenchmarkResult fork : result.getBenchmarkResults()) {
      if (fork.getIterationResults().size() % parties != 0) {
        throw new IllegalArgumentException("a turn is not whole");
      }
      int turn = 0;
      for (IterationResult iteration : fork.getIterationResults()) {
        samples.get(turn++ % parties).add(iteration.getPrimaryResult().getScore());
      }
    }
    return samples;
  }
}
