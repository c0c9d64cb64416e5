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

/** Measures what it costs to cross into Python and back, in one JVM for each kind of Python. */
final class BridgeBench {
  private BridgeBench() {}

  static BridgeSection run(BenchOptions options, Path logs) throws RunnerException, IOException {
    Files.createDirectories(logs);
    List<BridgeSection.Results> results = new ArrayList<>();
    for (BridgeHost host : BridgeHost.values()) {
      if (host.isPossible() && options.backends().contains(host.backend())) {
        System.err.println("bridge, " + host.title());
        results.add(run(host, options.full(), logs));
      }
    }
    return new BridgeSection(results);
  }

  private static BridgeSection.Results run(BridgeHost host, boolean full, Path logs)
      throws RunnerException, IOException {
    String name = "bridge-" + host.name();
    Path trialLog = logs.resolve(name + ".jsonl").toAbsolutePath();
    Files.deleteIfExists(trialLog);
    List<BridgeCase> cases = BridgeCase.of(host.backend());
    BridgeHost.Rounds rounds = host.rounds(full);
    RunResult result =
        new Runner(
                new OptionsBuilder()
                    .include("^" + Pattern.quote(BridgeBenchmark.class.getName()) + "\\.")
                    .param("backend", host.backend().text())
                    .forks(1)
                    .warmupIterations(rounds.warmups() * cases.size())
                    .warmupTime(TimeValue.milliseconds(rounds.warmupMillis()))
                    .measurementIterations(rounds.measured() * cases.size())
                    .measurementTime(TimeValue.milliseconds(rounds.millis()))
                    .jvmArgs(host.flags().toArray(String[]::new))
                    .jvmArgsAppend("-D" + TrialLog.FILE + "=" + trialLog)
                    .output(logs.resolve(name + ".txt").toString())
                    .shouldFailOnError(true)
                    .build())
            .runSingle();
    TrialLog log = TrialLog.read(trialLog);
    return new BridgeSection.Results(
        host, cases, Turns.of(result, cases.size()), log.servedBy(), log.crossings());
  }
}
