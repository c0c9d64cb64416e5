package dev.graft.cli;

import static com.google.common.truth.Truth.assertThat;

import dev.graft.runtime.run.RunProgress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class ProgressTest {
  private static final long SECOND = 1_000_000_000L;

  /** So many that a run takes several times as long as the line waits before it is drawn. */
  private static final int LINES = 500_000;

  @TempDir static Path folder = Path.of("");

  private static Path input = folder;

  @BeforeAll
  static void writeInput() throws IOException {
    input = folder.resolve("in.txt");
    try (OutputStream lines = Files.newOutputStream(input)) {
      byte[] block = "a line of text\n".repeat(1000).getBytes(StandardCharsets.UTF_8);
      for (int i = 0; i < LINES / 1000; i++) {
        lines.write(block);
      }
    }
  }

  @Test
  void saysHowFarItIsAndHowLongItTakes() {
    RunProgress done = new RunProgress(30_000, 29_990, 10);
    assertThat(new ProgressText(() -> done, () -> 25, OptionalLong.of(100)).after(3 * SECOND))
        .isEqualTo("30,000 in, 29,990 out, 10,000/s, 10 rejected, 25 %, 9 s left");
    assertThat(new ProgressText(() -> done, () -> 1, OptionalLong.of(1000)).after(10 * SECOND))
        .endsWith(", 0 %, 2:46 h left");
    assertThat(new ProgressText(() -> done, () -> 1, OptionalLong.of(100)).after(10 * SECOND))
        .endsWith(", 1 %, 16:30 min left");
    RunProgress none = new RunProgress(0, 0, 0);
    assertThat(new ProgressText(() -> none, () -> 0, OptionalLong.empty()).after(0))
        .isEqualTo("0 in, 0 out, 0/s");
  }

  @Test
  void isDrawnWhereSomebodySeesItAndGoneAtTheEnd() throws IOException {
    String err = err(true, "-o", folder.resolve("out").toString());
    assertThat(err).containsMatch("\r[0-9,]+ in, [0-9,]+ out, [0-9,]+/s");
    assertThat(err).containsMatch("\r +\rslow: ");
    assertThat(err).doesNotContain("\033");
  }

  @Test
  void isNeverDrawnInAPipeAmongOutputsOrAgainstTheUsersWill() throws IOException {
    String out = folder.resolve("out").toString();
    assertThat(err(false, "-o", out)).doesNotContain("\r");
    assertThat(err(true)).doesNotContain("\r");
    assertThat(err(true, "-o", out, "-q")).isEmpty();
    assertThat(err(true, "-o", out, "--no-progress")).doesNotContain("\r");
    assertThat(err(false, "-o", out, "--progress")).contains("\r");
  }

  private String err(boolean seen, String... options) throws IOException {
    Path manifest = folder.resolve("slow.json");
    Files.writeString(
        manifest,
        """
        {"version": "1", "name": "slow", "nodes": [{"id": "a", "type": "pass-through", "backend": "java"}]}
        """);
    String[] args = new String[options.length + 4];
    args[0] = "run";
    args[1] = manifest.toString();
    args[2] = "-i";
    args[3] = input.toString();
    System.arraycopy(options, 0, args, 4, options.length);
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        Graft.run(
            new Terminal(
                new PrintStream(OutputStream.nullOutputStream()),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                seen,
                seen,
                Terminal.Colours.NEVER),
            args);
    assertThat(code).isEqualTo(0);
    return err.toString(StandardCharsets.UTF_8);
  }
}
