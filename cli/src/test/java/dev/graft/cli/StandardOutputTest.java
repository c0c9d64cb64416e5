package dev.graft.cli;

import static com.google.common.truth.Truth.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A command whose output goes nowhere ends as other tools in a pipe do. */
final class StandardOutputTest {
  @TempDir Path folder = Path.of("");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--help",
        "nodes",
        "nodes --json",
        "describe counter",
        "schema case",
        "completion fish"
      })
  void whatNobodyReadsEndsSilently(String command) {
    assertThat(written("Broken pipe", command.split(" "))).isEqualTo("141 ");
  }

  @Test
  void whatFailedEndsAsItWould() {
    assertThat(written("Broken pipe", "describe", "no-such-node"))
        .startsWith("2 graft: there is no node \"no-such-node\".");
  }

  @Test
  void aFullDiskIsToldAndNoSuccess() {
    assertThat(written("No space left on device", "nodes"))
        .isEqualTo(
            "1 graft: standard output cannot be written: No space left on device. The command itself was done; send its output elsewhere.\n");
  }

  @Test
  @Timeout(60)
  void whoWatchesForNobodyEnds() throws IOException {
    Path manifest = folder.resolve("p.json");
    Files.writeString(
        manifest,
        """
        {"version": "1", "name": "p", "nodes": [{"id": "a", "type": "pass-through", "backend": "java"}]}
        """);
    Path input = folder.resolve("in.jsonl");
    Files.writeString(input, "1\n");

    assertThat(
            written(
                "Broken pipe", "run", manifest.toString(), "-q", "--watch", "-i", input.toString()))
        .isEqualTo("141 ");
  }

  /** The exit code and what was said, where nothing can be written. */
  private static String written(String fact, String... args) {
    OutputStream nowhere =
        new OutputStream() {
          @Override
          public void write(int one) throws IOException {
            throw new IOException(fact);
          }
        };
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        Graft.run(
            new Terminal(
                StandardOutput.to(nowhere, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8)),
            args);
    return code + " " + err.toString(StandardCharsets.UTF_8);
  }
}
