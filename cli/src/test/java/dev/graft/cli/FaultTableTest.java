package dev.graft.cli;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the command says to each of many faults, all of it, and its exit code: the table
 * docs/faults.md, which {@code -Dgolden.update=true} writes anew.
 */
@Timeout(300)
@EnabledOnOs(value = OS.LINUX, disabledReason = "/dev/full, and what the system says")
final class FaultTableTest {
  private static final Path TABLE = Path.of("..", "docs", "faults.md");

  /** Frames of Graft's own code, which are another matter. */
  private static final Pattern INSIDE =
      Pattern.compile("  File \"[^\"]*/worker/[^\"]*\", line [^\\n]*\\n(    [^\\n]*\\n)*");

  @TempDir Path folder = Path.of("");

  @Test
  void everyFaultGetsItsMessage() throws IOException {
    StringBuilder text = new StringBuilder(FaultCases.INTRODUCTION);
    for (Map.Entry<String, List<FaultCase>> group : FaultCases.all().entrySet()) {
      text.append("\n## ").append(group.getKey()).append('\n');
      for (FaultCase fault : group.getValue()) {
        text.append(entry(fault));
      }
    }
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(TABLE, text);
    }
    assertThat(Files.readString(TABLE)).isEqualTo(text.toString());
  }

  @Test
  void thereAreEnough() {
    assertThat(FaultCases.all().values().stream().mapToInt(List::size).sum()).isAtLeast(30);
  }

  private String entry(FaultCase fault) throws IOException {
    Path place = Files.createTempDirectory(folder, "fault");
    fault.writeFiles(place);
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    OutputStream out = fault.fullOutput() ? new Full() : new ByteArrayOutputStream();
    int code =
        Graft.run(
            new Terminal(
                StandardOutput.to(out, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8)),
            fault.arguments(place));
    String said =
        INSIDE
            .matcher(err.toString(StandardCharsets.UTF_8).replace(place + "/", ""))
            .replaceAll("")
            .strip();
    assertWithMessage("%s: %s", fault.title(), said).that(code).isNotEqualTo(0);
    assertWithMessage(fault.title()).that(said).startsWith("graft: ");
    assertWithMessage(fault.title()).that(said).doesNotContain("\tat ");
    assertWithMessage(fault.title()).that(said).doesNotContain("defect");
    assertWithMessage(fault.title()).that(said).doesNotContain(folder.toString());
    return "\n**%s** (exit code %d)\n\n```\n%s\n```\n".formatted(fault.title(), code, said);
  }

  /** A file on a disk that is full. */
  private static final class Full extends OutputStream {
    @Override
    public void write(int one) throws IOException {
      throw new IOException("No space left on device");
    }
  }
}
