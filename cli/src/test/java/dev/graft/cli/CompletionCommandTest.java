package dev.graft.cli;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
@EnabledIf(value = "hasBash", disabledReason = "there is no /bin/bash")
final class CompletionCommandTest {
  private static final Path BASH = Path.of("/bin/bash");

  @TempDir Path folder = Path.of("");

  static boolean hasBash() {
    return Files.isExecutable(BASH);
  }

  @Test
  void bashCompletesCommandsAndOptions() throws IOException {
    assertThat(completed("graft", "")).containsAtLeast("run", "doctor", "completion");
    assertThat(completed("graft", "desc")).containsExactly("describe");
    assertThat(completed("graft", "run", "--in")).containsExactly("--input", "--input-format");
    assertThat(completed("graft", "run", "--input-format", "")).containsAtLeast("jsonl", "wav");
  }

  /** What bash offers for the last word. */
  private List<String> completed(String... words) throws IOException {
    CommandLineRun script = CommandLineRun.of("completion");
    assertThat(script.code()).isEqualTo(0);
    Path file = folder.resolve("completion");
    Files.writeString(file, script.out());
    String ask =
        "compopt() { :; }; source %s; COMP_WORDS=(%s); COMP_CWORD=%d; _complete_graft graft; printf '%%s\\n' \"${COMPREPLY[@]}\""
            .formatted(file, quoted(words), words.length - 1);
    Process bash =
        new ProcessBuilder(BASH.toString(), "--norc", "-c", ask).redirectErrorStream(true).start();
    String said = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(ForkedGraft.end(bash)).isEqualTo(0);
    return said.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  private static String quoted(String... words) {
    StringBuilder text = new StringBuilder();
    for (String word : words) {
      text.append('\'').append(word).append("' ");
    }
    return text.toString();
  }
}
