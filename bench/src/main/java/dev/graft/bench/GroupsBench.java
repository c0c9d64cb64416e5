package dev.graft.bench;

import dev.graft.runtime.backend.BackendId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.runner.RunnerException;

/** Measures the published groups. */
final class GroupsBench {
  private GroupsBench() {}

  /**
   * Measures what the options ask for; a case that fails is told and left out.
   *
   * @param logs where JMH's logs go
   * @param failures what failed
   */
  static GroupsSection run(BenchOptions options, Path logs, List<String> failures)
      throws IOException {
    List<Measurement> measurements = new ArrayList<>();
    CaseRunner runner = new CaseRunner(logs);
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
            failures.add(
                "%s on %s: %s; see %s/%s-%s.txt"
                    .formatted(
                        benchCase.id(), backend, e.getMessage(), logs, benchCase.id(), backend));
          }
        }
      }
    }
    return new GroupsSection(measurements);
  }
}
