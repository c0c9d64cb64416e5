package dev.graft.cli;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A dash is standard output where a stream is meant, and refused where a folder is. */
final class DashTest {
  private static final Path NAMED_DASH = Path.of("-");

  @TempDir Path folder = Path.of("");

  @AfterEach
  void nothingIsCalledSo() throws IOException {
    assertThat(Files.deleteIfExists(NAMED_DASH)).isFalse();
  }

  @Test
  void outputsOfARunGoToStandardOutput() throws IOException {
    assertThat(run("-q", "-o", "-")).isEqualTo(new CommandLineRun(Exit.OK, "17\n", ""));
  }

  @Test
  void aSummaryGoesToStandardOutputIfNothingElseDoes() throws IOException {
    CommandLineRun apart = run("-q", "-o", folder.resolve("out").toString(), "--summary-json", "-");
    assertThat(apart.code()).isEqualTo(Exit.OK);
    assertThat(apart.out()).startsWith("{\n  \"name\": \"p\"");

    assertThat(run("-q", "-o", "-", "--summary-json", "-"))
        .isEqualTo(
            new CommandLineRun(
                Exit.REFUSED,
                "",
                "graft: --summary-json: outputs go to standard output already. Name a file for them (--output) or for the summary.\n"));
  }

  @Test
  void aPictureGoesToStandardOutput() throws IOException {
    String manifest = manifest().toString();
    assertThat(CommandLineRun.of("graph", manifest, "-o", "-"))
        .isEqualTo(CommandLineRun.of("graph", manifest));
    assertThat(CommandLineRun.of("graph", manifest, "-o", "-", "--format", "svg").out())
        .startsWith("<svg");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "matrix -o -",
        "matrix can-switch counter -o -",
        "matrix freeze -o -",
        "matrix freeze --to -",
        "record p.json --node a --to -",
        "port counter --to -",
        "switch counter --to java -o -"
      })
  void aFolderIsNoStream(String command) {
    CommandLineRun run = CommandLineRun.of(command.split(" "));
    assertWithMessage(run.err()).that(run.code()).isEqualTo(Exit.USAGE);
    assertThat(run.err())
        .contains("- is standard output, and here several files lie in a folder. Name it;");
  }

  private CommandLineRun run(String... options) throws IOException {
    Path input = folder.resolve("in.jsonl");
    Files.writeString(input, "17\n");
    List<String> args = new ArrayList<>();
    args.addAll(List.of("run", manifest().toString(), "-i", input.toString()));
    args.addAll(List.of(options));
    return CommandLineRun.of(args.toArray(String[]::new));
  }

  private Path manifest() throws IOException {
    Path manifest = folder.resolve("p.json");
    Files.writeString(
        manifest,
        """
        {"version": "1", "name": "p", "nodes": [{"id": "a", "type": "pass-through", "backend": "java"}]}
        """);
    return manifest;
  }
}
