package dev.graft.cli;

import static com.google.common.truth.Truth.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DoctorCommandTest {
  private static final long LEAST_NANOS = 30_000_000;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final List<Long> written = new ArrayList<>();

  @Test
  void saysAtOnceWhatItSawAndInWordsForUsers() {
    Graft.run(
        new Terminal(
            new PrintStream(new Timed(), true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false,
            true,
            Terminal.Colours.NEVER),
        "doctor");

    // Java is told of before Python starts.
    assertThat(written.getLast() - written.getFirst()).isAtLeast(LEAST_NANOS);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("\rstarting ");
    String said = out.toString(StandardCharsets.UTF_8);
    assertThat(said).containsMatch("(?s)^java .*\ngraalpy .*\ncpython .*\nlauncher\n.*cache ");
    assertThat(said).containsMatch("pool: 1 in use, \\d+ idle \\(at most ");
    assertThat(said).doesNotContain(" ms");
  }

  /** When something was written. */
  private final class Timed extends OutputStream {
    @Override
    public void write(int one) {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] content, int offset, int length) {
      written.add(System.nanoTime());
      out.write(content, offset, length);
    }
  }
}
