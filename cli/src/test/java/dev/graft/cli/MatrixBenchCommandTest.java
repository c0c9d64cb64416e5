package dev.graft.cli;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The matrix with times, over real backends. */
final class MatrixBenchCommandTest {
  @TempDir Path folder = Path.of("");

  @Test
  void takesTheTimeOfANodeOnEveryBackend() throws IOException {
    CommandLineRun run =
        CommandLineRun.seen(
            "matrix", "bench", "--node", "add-ten", "--random", "0", "-o", folder.toString());

    assertWithMessage("%s", run.out() + run.err()).that(run.code()).isEqualTo(0);
    assertThat(run.out())
        .containsMatch(
            "add-ten: java [0-9.]+× \\[[0-9.]+–[0-9.]+\\].*, graalpy [0-9.]+ .s, interpreter only");
    assertThat(run.err()).containsMatch("\\r[0-9]+ results, [0-9]+ s"); // it takes its time
    String report = Files.readString(folder.resolve("report.json"));
    assertThat(report).containsMatch("\"own_ns\" : \\d+");
    assertThat(report).containsMatch("\"note\" : \"interpreter only");
  }

  @Test
  void fewerThanThreeForksAreRefused() {
    CommandLineRun run = CommandLineRun.of("matrix", "bench", "--forks", "2");

    assertThat(run.code()).isEqualTo(64);
    assertThat(run.err()).contains("--forks: of fewer than 3 nobody can say");
  }
}
