package dev.graft.bench;

import dev.graft.bench.report.Turns;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Measures the same calls through other ways from Java to Python: a JVM for each case. */
final class PeersBench {
  static final List<String> CASES =
      List.of("counter", "int", "str", "large-list", "nested-dict", "transform", "streaming");

  /** GraalPy needs about 15 s of calls until it is compiled; the others wait for it. */
  private static final int WARMUPS = 14;

  private static final int WARMUP_MILLIS = 350;
  private static final int MEASURED = 8;
  private static final int MEASURED_MILLIS = 120;
  private static final int FULL = 4;

  private PeersBench() {}

  static PeersSection run(boolean full, Path logs) throws RunnerException, IOException {
    Files.createDirectories(logs);
    List<PeersSection.Row> rows = new ArrayList<>();
    for (String id : CASES) {
      System.err.println("peers, " + id);
      rows.add(run(BenchCases.of(id), full, logs));
    }
    return new PeersSection(rows);
  }

  private static PeersSection.Row run(BenchCase benchCase, boolean full, Path logs)
      throws RunnerException, IOException {
    String name = "peers-" + benchCase.id();
    Path trialLog = logs.resolve(name + ".jsonl").toAbsolutePath();
    Files.deleteIfExists(trialLog);
    int parties = PeerKind.values().length;
    int more = full ? FULL : 1;
    RunResult result =
        new Runner(
                new OptionsBuilder()
                    .include("^" + Pattern.quote(PeerBenchmark.class.getName()) + "\\.")
                    .param("benchCase", benchCase.id())
                    .forks(1)
                    .warmupIterations(WARMUPS * parties)
                    .warmupTime(TimeValue.milliseconds((long) WARMUP_MILLIS * more))
                    .measurementIterations(MEASURED * more * parties)
                    .measurementTime(TimeValue.milliseconds(MEASURED_MILLIS))
                    .jvmArgs(
                        ManagementFactory.getRuntimeMXBean()
                            .getInputArguments()
                            .toArray(String[]::new))
                    .jvmArgsAppend("-D" + TrialLog.FILE + "=" + trialLog)
                    .output(logs.resolve(name + ".txt").toString())
                    .shouldFailOnError(true)
                    .build())
            .runSingle();
    TrialLog log = TrialLog.read(trialLog);
    List<List<Double>> nanos = Turns.of(result, parties);
    Map<PeerKind, PeersSection.Timing> timings = new EnumMap<>(PeerKind.class);
    int turn = 0;
    for (PeerKind kind : PeerKind.values()) {
      List<Double> perItem = nanos.get(turn).stream().map(each -> each / kind.batch()).toList();
      List<Double> direct = new ArrayList<>();
      for (int i = turn; i < log.directNanos().size(); i += parties) {
        direct.add(log.directNanos().get(i));
      }
      timings.put(kind, new PeersSection.Timing(log.peers().get(turn), perItem, direct));
      turn++;
    }
    return new PeersSection.Row(benchCase, timings);
  }
}
