package dev.graft.cli;

import static com.google.common.truth.Truth.assertThat;

import dev.graft.runtime.run.RunProgress;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class ProgressTest {
  private static final long SECOND = 1_000_000_000L;

  /** How long an input waits for a line that is expected. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final Duration SOME_LINES = Duration.ofMillis(350);

  @TempDir static Path folder = Path.of("");

  @Test
  void saysHowFarItIsAndHowLongItTakes() {
    RunProgress done = new RunProgress(30_000, 29_990, 10, 96);
    assertThat(new ProgressText(() -> done, () -> 25, OptionalLong.of(100)).after(3 * SECOND))
        .isEqualTo("30,000 in, 29,990 out, 10,000/s, 96 waiting, 10 rejected, 25 %, 9 s left");
    assertThat(new ProgressText(() -> done, () -> 1, OptionalLong.of(1000)).after(10 * SECOND))
        .endsWith(", 0 %, 2:46 h left");
    assertThat(new ProgressText(() -> done, () -> 1, OptionalLong.of(100)).after(10 * SECOND))
        .endsWith(", 1 %, 16:30 min left");
    RunProgress none = new RunProgress(0, 0, 0, 0);
    assertThat(new ProgressText(() -> none, () -> 0, OptionalLong.empty()).after(0))
        .isEqualTo("0 in, 0 out, 0/s");
  }

  @Test
  void aMatrixCountsTheResultsOfItsOwnRecord() throws IOException {
    Path record = folder.resolve("results.jsonl");
    Files.writeString(record, "{\"run\":1}\n{\"case\":1}\n");
    Files.setLastModifiedTime(record, FileTime.fromMillis(1000));
    ResultCount count = ResultCount.of(folder);
    assertThat(count.now()).isEqualTo(0); // of the run before

    Files.writeString(record, "{\"run\":\"{\\\"case\\\"\"}\n{\"ca");
    assertThat(count.now()).isEqualTo(0);
    Files.writeString(
        record, "se\":1}\n{\"x\":{\"case\":2}}\n{\"case\":3}\n", StandardOpenOption.APPEND);
    assertThat(count.now()).isEqualTo(2);
    assertThat(count.now()).isEqualTo(2);
  }

  @Test
  void isDrawnWhereSomebodySeesItAndGoneAtTheEnd() throws IOException {
    String err = err(true, true, "-o", folder.resolve("out").toString());
    assertThat(err).containsMatch("\r[0-9,]+ in, [0-9,]+ out, [0-9,]+/s");
    assertThat(err).containsMatch("\r +\rslow: ");
    assertThat(err).doesNotContain("\033");
  }

  @Test
  void isNeverDrawnInAPipeAmongOutputsOrAgainstTheUsersWill() throws IOException {
    String out = folder.resolve("out").toString();
    assertThat(err(false, false, "-o", out)).doesNotContain("\r");
    assertThat(err(true, false)).doesNotContain("\r");
    assertThat(err(true, false, "-o", out, "-q")).isEmpty();
    assertThat(err(true, false, "-o", out, "--no-progress")).doesNotContain("\r");
    assertThat(err(false, true, "-o", out, "--progress")).contains("\r");
  }

  /**
   * What is written to standard error.
   *
   * @param drawn whether a line is expected: then the input lasts until it is there, else for the
   *     time of some
   */
  private String err(boolean seen, boolean drawn, String... options) throws IOException {
    Path manifest = folder.resolve("slow.json");
    Files.writeString(
        manifest,
        """
        {"version": "1", "name": "slow", "nodes": [{"id": "a", "type": "pass-through", "backend": "java"}]}
        """);
    List<String> args = new ArrayList<>(List.of("run", manifest.toString()));
    args.addAll(List.of("--input-format", "text"));
    args.addAll(List.of(options));
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    BooleanSupplier isDrawn = () -> err.toString(StandardCharsets.UTF_8).contains("\r");
    InputStream before = System.in;
    System.setIn(new SlowInput(drawn ? isDrawn : () -> false, drawn ? PATIENCE : SOME_LINES));
    try {
      int code =
          Graft.run(
              new Terminal(
                  new PrintStream(OutputStream.nullOutputStream()),
                  new PrintStream(err, true, StandardCharsets.UTF_8),
                  seen,
                  seen,
                  Terminal.Colours.NEVER),
              args.toArray(String[]::new));
      assertThat(code).isEqualTo(0);
    } finally {
      System.setIn(before);
    }
    return err.toString(StandardCharsets.UTF_8);
  }

  /** Some lines, and then nothing until something holds or the time is up. */
  private static final class SlowInput extends InputStream {
    private final InputStream lines =
        new ByteArrayInputStream("a line of text\n".repeat(1000).getBytes(StandardCharsets.UTF_8));
    private final BooleanSupplier ends;
    private final long end;

    SlowInput(BooleanSupplier ends, Duration most) {
      this.ends = ends;
      this.end = System.nanoTime() + most.toNanos();
    }

    @Override
    public int read() throws IOException {
      int next = lines.read();
      while (next < 0 && !ends.getAsBoolean() && System.nanoTime() < end) {
        try {
          Thread.sleep(1);
        } catch (InterruptedException e) {
          throw new InterruptedIOException();
        }
      }
      return next;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int count = lines.read(target, offset, length);
      return count < 0 ? read() : count;
    }
  }
}
