package dev.graft.compat.run;

import static com.google.common.truth.Truth.assertThat;

import dev.graft.compat.fake.FakeContracts;
import dev.graft.runtime.backend.BackendId;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the terminal says of a run: what is wrong, and what to do next. */
final class TerminalTest {
  @TempDir Path directory = Path.of("unset");

  @Test
  void fewNodesAreToldWhyTheyAreNotSafe() throws Exception {
    CompatResult result =
        CompatRun.run(chosen().withRandom(10, 1), Mutant.right(FakeContracts.BUFFER));

    assertThat(result.summary())
        .containsAtLeast(
            "No node is proven safe to switch to Java.",
            "Why not buffer?",
            "  - 10 of 1,000 made-up cases have passed with this code.")
        .inOrder();
    assertThat(result.summary())
        .contains("Hand-over: 1 node with state, 0 not tried; 4 of 4 pairs good.");
  }

  @Test
  void aWholeRunIsToldWhatProves() throws Exception {
    CompatResult result = CompatRun.run(options(), Mutant.right(FakeContracts.BUFFER));

    assertThat(result.summary())
        .contains("What proves the others is made-up cases: graft matrix --random 1000.");
    assertThat(String.join("\n", result.summary())).doesNotContain("Why not");
  }

  @Test
  void theFirstDifferenceHasACommand() throws Exception {
    CompatResult result = ReportSample.run(directory);

    assertThat(String.join("\n", result.summary()))
        .containsMatch(
            "To see the first again, with the options of this run: graft matrix repro pass-through/\\S+");
    assertThat(String.join("\n", result.summary())).doesNotContain("can-switch");
  }

  private CompatOptions chosen() {
    return options().selecting(every -> every.withNodes(List.of("buffer")));
  }

  private CompatOptions options() {
    return CompatOptions.defaults()
        .selecting(every -> every.withBackends(List.of(BackendId.JAVA, BackendId.CPYTHON)))
        .withOutput(directory);
  }
}
