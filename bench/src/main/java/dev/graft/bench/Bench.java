package dev.graft.bench;

import dev.graft.runtime.backend.BackendId;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.runner.RunnerException;

/** Runs the benchmarks and writes the report: {@code target/bench/results.md} and {@code .json}. */
public final class Bench {
  private static final Path FOLDER = Path.of("target", "bench");
  private static final int WRONG_USAGE = 64;

  private Bench() {}

  /** See {@link BenchOptions#USAGE}. Exit status 1 means that a benchmark failed. */
  public static void main(String[] arguments) throws IOException {
    BenchOptions options;
    try {
      options = BenchOptions.of(List.of(arguments));
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage() + "\n" + BenchOptions.usage());
      System.exit(WRONG_USAGE);
      return;
    }
    List<Measurement> measurements = new ArrayList<>();
    boolean good = run(options, measurements);
    Surroundings surroundings = Surroundings.of(options);
    String table = MarkdownReport.of(surroundings, measurements);
    Files.createDirectories(FOLDER);
    Files.writeString(FOLDER.resolve("results.md"), table);
    Files.writeString(
        FOLDER.resolve("results.json"), JsonReport.of(surroundings, measurements) + "\n");
    new PrintStream(System.out, true, StandardCharsets.UTF_8).println(table);
    System.exit(good ? 0 : 1);
  }

  private static boolean run(BenchOptions options, List<Measurement> measurements)
      throws IOException {
    boolean good = true;
    CaseRunner runner = new CaseRunner(FOLDER.resolve("log"));
    boolean warm = false;
    try (Workplace workplace = Workplace.open()) {
      for (BenchCase benchCase : options.cases()) {
        for (BackendId backend : options.backends()) {
          if (!workplace.hosts(benchCase, backend)) {
            continue;
          }
          System.err.printf("%-3s%-16s%s%n", benchCase.group(), benchCase.id(), backend);
          try {
            Schedule schedule = Schedule.of(benchCase, backend, options.full());
            if (schedule.forks() == 0 && !warm) {
              runner.run(benchCase, backend, Schedule.COMPILER_WARMUP);
              warm = true;
            }
            measurements.addAll(runner.run(benchCase, backend, schedule));
          } catch (RunnerException e) {
            good = false;
            System.err.printf(
                "   FAILED: %s; see target/bench/log/%s-%s.txt%n",
                e.getMessage(), benchCase.id(), backend);
          }
        }
      }
    }
    return good;
  }
}
