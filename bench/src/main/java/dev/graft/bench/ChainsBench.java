package dev.graft.bench;

import dev.graft.bench.report.Turns;
import java.io.IOException;
import java.lang.management.ManagementFactory;
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

/** Measures what further Python nodes add to one. */
final class ChainsBench {
  /** All pipelines together need some minutes until the compiler is done with them. */
  private static final int WARMUPS = 15;

  private static final int WARMUP_MILLIS = 1000;
  private static final int MEASURED = 12;
  private static final int MEASURED_MILLIS = 300;
  private static final int FULL = 4;

  private ChainsBench() {}

  static ChainsSection run(boolean full, Path logs) throws RunnerException, IOException {
    Files.createDirectories(logs);
    System.err.println("chains");
    int parties = ChainsCase.turns().size();
    RunResult result =
        new Runner(
                new OptionsBuilder()
                    .include("^" + Pattern.quote(ChainsBenchmark.class.getName()) + "\\.")
                    .forks(1)
                    .warmupIterations(WARMUPS * parties)
                    .warmupTime(TimeValue.milliseconds(WARMUP_MILLIS))
                    .measurementIterations((full ? FULL : 1) * MEASURED * parties)
                    .measurementTime(TimeValue.milliseconds(MEASURED_MILLIS))
                    .jvmArgs(
                        ManagementFactory.getRuntimeMXBean()
                            .getInputArguments()
                            .toArray(String[]::new))
                    .output(logs.resolve("chains.txt").toString())
                    .shouldFailOnError(true)
                    .build())
            .runSingle();
    List<List<Double>> nanos = Turns.of(result, parties);
    List<ChainsSection.Row> rows = new ArrayList<>();
    for (ChainsCase each : ChainsCase.all()) {
      int first = 2 * rows.size();
      rows.add(new ChainsSection.Row(each, nanos.get(first), nanos.get(first + 1)));
    }
    return new ChainsSection(rows);
  }
}
