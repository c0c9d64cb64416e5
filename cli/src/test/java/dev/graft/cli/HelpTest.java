package dev.graft.cli;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Help is where people look for it. */
final class HelpTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "nodes",
        "describe",
        "run",
        "validate",
        "graph",
        "matrix",
        "new",
        "record",
        "port",
        "switch",
        "doctor",
        "completion"
      })
  void everyCommandExplainsItself(String command) {
    CommandLineRun run = CommandLineRun.of(command, "--help");

    assertThat(run.code()).isEqualTo(0);
    assertThat(run.out()).contains("Usage: graft " + command);
    assertThat(run.out()).contains("--help");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void whoeverAsksForNothingIsShownWhatThereIs() {
    CommandLineRun run = CommandLineRun.of();

    assertThat(run.code()).isEqualTo(0);
    assertThat(run.out()).isEqualTo(CommandLineRun.of("--help").out());
    assertThat(run.err()).isEmpty();
  }
}
