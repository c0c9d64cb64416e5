package dev.graft.cli.mutants;

import static com.google.common.truth.Truth.assertThat;

import dev.graft.compat.run.CompatOptions;
import dev.graft.compat.run.CompatRun;
import dev.graft.compat.verdict.CaseOutcome;
import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.backend.BackendSettings;
import dev.graft.runtime.run.GraftRuntime;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The matrix finds nothing wrong with the right nodes, whatever cases are made up. */
@Tag("nightly")
final class RightNodesTest {
  private static final int FIRST_SEED = Integer.getInteger("graft.alarms.from", 1);
  private static final int SEEDS = Integer.getInteger("graft.alarms.seeds", 20);
  private static final int MADE_UP = 20;

  @TempDir Path folder = Path.of("");

  @Test
  void raiseNoAlarm() throws Exception {
    List<String> alarms = new ArrayList<>();
    long cases = 0;
    try (GraftRuntime runtime = GraftRuntime.create(BackendSettings.ofUser())) {
      for (int seed = FIRST_SEED; seed < FIRST_SEED + SEEDS; seed++) {
        List<CaseOutcome> outcomes =
            CompatRun.run(options(seed), runtime).report().outcomes().toList();
        cases += outcomes.size();
        for (CaseOutcome outcome : outcomes) {
          if (outcome.unexpected()) {
            alarms.add("seed " + seed + ": " + outcome.tried().key() + " " + outcome.partition());
          }
        }
      }
    }
    System.out.printf(
        "%d false alarms in %d made-up cases from %d seeds.%n", alarms.size(), cases, SEEDS);

    assertThat(cases).isGreaterThan(SEEDS * 25L * MADE_UP);
    assertThat(alarms).isEmpty();
  }

  private CompatOptions options(int seed) {
    return CompatOptions.defaults()
        .selecting(
            every ->
                every
                    .withBackends(List.of(BackendId.JAVA, BackendId.CPYTHON))
                    .withCases(List.of("random/*")))
        .withRandom(MADE_UP, seed)
        .withOutput(folder);
  }
}
