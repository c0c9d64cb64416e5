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
final class CompletionCommandTest {
  private static final Path BASH = Path.of("/bin/bash");

  @TempDir Path folder = Path.of("");

  private static final Path FISH = Path.of("/usr/bin/fish");

  static boolean hasFish() {
    return Files.isExecutable(FISH);
  }

  static boolean hasBash() {
    return Files.isExecutable(BASH);
  }

  @Test
  @EnabledIf(value = "hasBash", disabledReason = "there is no /bin/bash")
  void bashCompletesCommandsAndOptions() throws IOException {
    assertThat(completed("graft", "")).containsAtLeast("run", "doctor", "completion");
    assertThat(completed("graft", "desc")).containsExactly("describe");
    assertThat(completed("graft", "run", "--in")).containsExactly("--input", "--input-format");
    assertThat(completed("graft", "run", "--input-format", "")).containsAtLeast("jsonl", "wav");
  }

  @Test
  @EnabledIf(value = "hasFish", disabledReason = "there is no /usr/bin/fish")
  void fishCompletesCommandsOptionsValuesAndFiles() throws IOException {
    Files.createFile(folder.resolve("pipeline.json"));
    assertThat(fish("graft ")).containsAtLeast("run", "doctor", "completion");
    assertThat(fish("graft ")).doesNotContain("pipeline.json");
    assertThat(fish("graft desc")).containsExactly("describe");
    assertThat(fish("graft run --in")).containsExactly("--input", "--input-format");
    assertThat(fish("graft run --input-format ")).containsAtLeast("jsonl", "wav");
    assertThat(fish("graft run pipe")).containsExactly("pipeline.json");
    assertThat(fish("graft run pipeline.json --no-pro")).containsExactly("--no-progress");
    assertThat(fish("graft run --dry")).isEmpty();
    assertThat(fish("graft completion ")).containsExactly("bash", "fish", "zsh");
  }

  @Test
  void fishIsToldWhatStandsWhereAndWhatItIsFor() {
    assertThat(CommandLineRun.of("completion", "fish").out().lines().toList())
        .containsAtLeast(
            "complete -c graft -n '__fish_seen_subcommand_from run' -s i -l input -r -F -d 'Where"
                + " items come from; standard input if absent, or for -.'",
            "complete -c graft -n '__fish_seen_subcommand_from completion' -a 'bash zsh fish'");
  }

  @Test
  void anUnknownShellIsRefused() {
    CommandLineRun run = CommandLineRun.of("completion", "tcsh");
    assertThat(run.code()).isEqualTo(Exit.USAGE);
    assertThat(run.err()).contains("BASH, ZSH, FISH");
  }

  /** What fish offers for the last word. */
  private List<String> fish(String line) throws IOException {
    Path file = folder.resolve("completion.fish");
    Files.writeString(file, CommandLineRun.of("completion", "fish").out());
    String ask = "source %s; complete -C '%s'".formatted(file, line);
    Process fish =
        new ProcessBuilder(FISH.toString(), "--no-config", "-c", ask)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(fish.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(ForkedGraft.end(fish)).isEqualTo(0);
    return said.lines().map(each -> each.split("\t", 2)[0]).toList();
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
