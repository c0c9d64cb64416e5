package dev.graft.cli;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MatrixDiffCommandTest {
  private static final String HEAD =
      "{\"baseline\":1,\"comparator\":1,\"backends\":{\"java\":\"Java 25\"}}\n";

  @TempDir Path folder = Path.of("");

  @Test
  void saysWhatChangedCaseByCase() throws IOException {
    CommandLineRun run = diff();

    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isEqualTo(0);
    assertThat(run.out())
        .isEqualTo(
            """
            from %1$s/a.jsonl to %1$s/b.jsonl
            2 results compared

            regressed (1): it fails now and did not before
              n/one on java: PASS → DIFF DIFF/int/value/out

            fixed (1): it passes now and did not before
              n/two on java: ERROR ERROR/kind → PASS
            """
                .formatted(folder));
  }

  @Test
  void endsWith5OnlyWhereTheGateAsksForIt() throws IOException {
    assertThat(diff("--gate", "regressions").code()).isEqualTo(5);
  }

  @Test
  void printsJson() throws IOException {
    assertThat(diff("--json").out().replaceAll("\\s+", ""))
        .contains("\"regressed\":[{\"case\":\"n/one\",\"backend\":\"java\",\"before\":\"PASS\",");
  }

  @Test
  void refusesWhatIsNoRun() {
    CommandLineRun run = CommandLineRun.of("matrix", "diff", folder.toString(), folder.toString());

    assertThat(run.code()).isEqualTo(64);
    assertThat(run.err()).contains("report.json: there is no such file.");
    assertThat(run.err()).doesNotContain("Exception");
  }

  @Test
  void aGateNeedsABaseline() {
    CommandLineRun run = CommandLineRun.of("matrix", "--gate", "regressions");

    assertThat(run.code()).isEqualTo(64);
    assertThat(run.err()).contains("Add --baseline FILE.");
  }

  private CommandLineRun diff(String... more) throws IOException {
    Path a = folder.resolve("a.jsonl");
    Path b = folder.resolve("b.jsonl");
    Files.writeString(
        a, HEAD + line("one", "PASS", "") + line("two", "ERROR", ",\"signature\":\"ERROR/kind\""));
    Files.writeString(
        b,
        HEAD
            + line("one", "DIFF", ",\"signature\":\"DIFF/int/value/out\"")
            + line("two", "PASS", ""));
    String[] args = new String[more.length + 4];
    args[0] = "matrix";
    args[1] = "diff";
    args[2] = a.toString();
    args[3] = b.toString();
    System.arraycopy(more, 0, args, 4, more.length);
    return CommandLineRun.of(args);
  }

  private static String line(String id, String verdict, String rest) {
    return "{\"case\":\"n/%s\",\"hash\":\"1\",\"backend\":\"java\",\"verdict\":\"%s\"%s}\n"
        .formatted(id, verdict, rest);
  }
}
