package dev.graft.bench;

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

/** Measures the audio nodes beside NumPy and SciPy: JVMs for each kind of work. */
final class AudioBench {
  private static final int WARMUPS = 6;
  private static final int WARMUP_MILLIS = 700;
  private static final int MEASURED = 10;
  private static final int MEASURED_MILLIS = 300;
  private static final int FULL = 3;

  private AudioBench() {}

  static AudioSection run(boolean full, Path logs) throws RunnerException, IOException {
    Files.createDirectories(logs);
    List<AudioSection.Row> rows = new ArrayList<>();
    for (AudioWork work : AudioWork.values()) {
      System.err.println("audio, " + work.id());
      Path trialLog = logs.resolve("audio-" + work.id() + ".jsonl").toAbsolutePath();
      Files.deleteIfExists(trialLog);
      RunResult result =
          new Runner(
                  new OptionsBuilder()
                      .include("^" + Pattern.quote(AudioBenchmark.class.getName()) + "\\.")
                      .param("work", work.name())
                      .forks(full ? FULL : 1)
                      .warmupIterations(WARMUPS)
                      .warmupTime(TimeValue.milliseconds(WARMUP_MILLIS))
                      .measurementIterations(full ? FULL * MEASURED : MEASURED)
                      .measurementTime(TimeValue.milliseconds(MEASURED_MILLIS))
                      .jvmArgsAppend("-D" + TrialLog.FILE + "=" + trialLog)
                      .output(logs.resolve("audio-" + work.id() + ".txt").toString())
                      .shouldFailOnError(true)
                      .build())
              .runSingle();
      List<Double> java = Turns.of(result, 1).getFirst();
      rows.add(new AudioSection.Row(work, java, TrialLog.read(trialLog).directNanos()));
    }
    return new AudioSection(rows);
  }
}
