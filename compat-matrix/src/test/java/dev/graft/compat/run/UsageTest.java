package dev.graft.compat.run;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.graft.compat.fake.FakeContracts;
import dev.graft.compat.fake.FakeHost;
import dev.graft.runtime.backend.BackendId;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class UsageTest {
  private static final List<BackendId> TWO = List.of(BackendId.JAVA, BackendId.CPYTHON);

  @TempDir Path output = Path.of("unset");

  @Test
  void aNodeThatIsNotThereIsAMistake() {
    CompatUsageException e =
        assertThrows(
            CompatUsageException.class,
            () ->
                CompatRun.run(
                    options().selecting(every -> every.withNodes(List.of("bufer"))), host()));
    assertThat(e).hasMessageThat().contains("there is no node \"bufer\"");
  }

  @Test
  void aCaseThatIsNotThereIsAMistake() {
    assertThrows(
        CompatUsageException.class,
        () ->
            CompatRun.run(
                options().selecting(every -> every.withCases(List.of("no-such-case"))), host()));
  }

  @Test
  void aBackendThatIsNotThereIsNeverAPass() throws Exception {
    CompatResult result =
        CompatRun.run(
            options().selecting(every -> every.withBackends(List.of(BackendId.values()))), host());

    assertThat(result.exitCode()).isEqualTo(ExitCode.BACKEND);
    assertThat(result.summary()).contains("graalpy did not start: there is no such fake");
  }

  @Test
  void aNodeWithoutACaseFailsItsCoverage() throws Exception {
    CompatResult result =
        CompatRun.run(options().selecting(every -> every.withoutBuiltIn()), host());

    assertThat(result.exitCode()).isEqualTo(ExitCode.COVERAGE);
    assertThat(result.summary())
        .containsAtLeast(
            "the node buffer has no case. Give it an example (@Example, in Python graft.Example) or a case file.",
            "Until then --node NODE looks at the others alone.")
        .inOrder();
  }

  @Test
  void madeUpCasesAreNoCaseThatSomebodyWrote() throws Exception {
    CompatResult result =
        CompatRun.run(
            options().selecting(every -> every.withoutBuiltIn()).withRandom(20, 1), host());

    assertThat(result.report().outcomes().count()).isAtLeast(20);
    assertThat(result.exitCode()).isEqualTo(ExitCode.COVERAGE);
    assertThat(String.join("\n", result.summary())).contains("the node buffer has no case.");
  }

  private CompatOptions options() {
    return CompatOptions.defaults().selecting(every -> every.withBackends(TWO)).withOutput(output);
  }

  private static FakeHost host() {
    return Mutant.right(FakeContracts.BUFFER);
  }
}
