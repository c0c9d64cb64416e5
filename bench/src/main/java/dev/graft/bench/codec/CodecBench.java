package dev.graft.bench.codec;

import dev.graft.bench.report.Turns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Measures the generated codec beside the one written by hand. */
public final class CodecBench {
  private static final int QUICK_FORKS = 3;
  private static final int QUICK_WARMUPS = 12;
  private static final int QUICK_ITERATIONS = 20;
  private static final int QUICK_MILLIS = 150;
  private static final int FULL_FORKS = 8;
  private static final int FULL_WARMUPS = 20;
  private static final int FULL_ITERATIONS = 40;
  private static final int FULL_MILLIS = 500;

  private CodecBench() {}

  /**
   * Measures.
   *
   * @param logs where JMH's logs go
   * @throws RunnerException if the benchmark failed, for example because the codecs differ
   */
  public static CodecSection run(boolean full, Path logs) throws RunnerException, IOException {
    Files.createDirectories(logs);
    List<CodecSection.Row> rows = new ArrayList<>();
    for (Direction direction : Direction.values()) {
      System.err.println("codec, " + direction);
      RunResult result =
          new Runner(
                  new OptionsBuilder()
                      .include("^" + Pattern.quote(CodecBenchmark.class.getName()) + "\\.")
                      .param("direction", direction.name())
                      .forks(full ? FULL_FORKS : QUICK_FORKS)
                      .warmupIterations(full ? FULL_WARMUPS : QUICK_WARMUPS)
                      .measurementIterations(full ? FULL_ITERATIONS : QUICK_ITERATIONS)
                      .warmupTime(TimeValue.milliseconds(full ? FULL_MILLIS : 2 * QUICK_MILLIS))
                      .measurementTime(TimeValue.milliseconds(full ? FULL_MILLIS : QUICK_MILLIS))
                      .output(logs.resolve("codec-" + direction.name() + ".txt").toString())
                      .shouldFailOnError(true)
                      .build())
              .runSingle();
      List<List<Double>> samples = Turns.of(result, 2);
      rows.add(new CodecSection.Row(direction.toString(), samples.getFirst(), samples.getLast()));
    }
    return new CodecSection(rows);
  }
}
