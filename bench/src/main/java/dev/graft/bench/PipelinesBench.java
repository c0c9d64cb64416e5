package dev.graft.bench;

import dev.graft.bench.report.Turns;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Measures whole runs: what the engine costs, and what the borders between backends do. */
final class PipelinesBench {
  private static final int WARMUPS = 8;
  private static final int WARMUP_MILLIS = 600;
  private static final int MEASURED = 10;
  private static final int MEASURED_MILLIS = 300;
  private static final int FULL = 4;

  private PipelinesBench() {}

  static PipelinesSection run(boolean full, Path logs) throws RunnerException, IOException {
    Files.createDirectories(logs);
    System.err.println("pipelines");
    int parties = PipelineKind.values().length;
    RunResult result =
        new Runner(
                new OptionsBuilder()
                    .include("^" + Pattern.quote(PipelineBenchmark.class.getName()) + "\\.")
                    .forks(1)
                    .warmupIterations(WARMUPS * parties)
                    .warmupTime(TimeValue.milliseconds(WARMUP_MILLIS))
                    .measurementIterations((full ? FULL : 1) * MEASURED * parties)
                    .measurementTime(TimeValue.milliseconds(MEASURED_MILLIS))
                    .jvmArgs(
                        ManagementFactory.getRuntimeMXBean()
                            .getInputArguments()
                            .toArray(String[]::new))
                    .output(logs.resolve("pipelines.txt").toString())
                    .shouldFailOnError(true)
                    .build())
            .runSingle();
    List<List<Double>> nanos = Turns.of(result, parties);
    Map<PipelineKind, List<Double>> perItem = new EnumMap<>(PipelineKind.class);
    for (PipelineKind kind : PipelineKind.values()) {
      perItem.put(
          kind, nanos.get(perItem.size()).stream().map(each -> each / kind.items()).toList());
    }
    return new PipelinesSection(perItem);
  }
}
