package dev.graft.cli;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who runs a node hears of its limitations where it runs, and of no others. */
final class LimitationNotesTest {
  private static final String NOTE =
      "known limitation of transform-and-expand on graalpy: letters have the capitals that"
          + " Unicode 16 gave them.";

  @TempDir Path folder = Path.of("");
  private Path manifest = Path.of("");
  private Path input = Path.of("");

  @BeforeEach
  void writeFiles() throws IOException {
    manifest = folder.resolve("pipeline.json");
    input = folder.resolve("in.jsonl");
    Files.writeString(input, "\"a\"\n");
  }

  private void nodeOn(String type, String backend) throws IOException {
    Files.writeString(
        manifest,
        """
        {"version": "1", "name": "notes",
         "nodes": [{"id": "one", "type": "%s", "backend": "%s"}]}
        """
            .formatted(type, backend));
  }

  private CommandLineRun run(String... more) {
    String[] args = {"run", manifest.toString(), "--input", input.toString()};
    String[] all = Arrays.copyOf(args, args.length + more.length);
    System.arraycopy(more, 0, all, args.length, more.length);
    return CommandLineRun.of(all);
  }

  @Test
  void aRunTellsThemOnce() throws IOException {
    nodeOn("transform-and-expand", "graalpy");

    String said = run().err();

    assertThat(said).contains(NOTE);
    assertThat(said.indexOf(NOTE)).isEqualTo(said.lastIndexOf(NOTE));
    assertThat(run("--quiet").err()).doesNotContain("known limitation");
  }

  @Test
  void noneAreToldWhereThereAreNone() throws IOException {
    nodeOn("transform-and-expand", "java");
    assertThat(run().err()).doesNotContain("known limitation");

    nodeOn("pass-through", "graalpy");
    assertThat(run().err()).doesNotContain("known limitation");
  }

  @Test
  void validateAndDescribeTellThem() throws IOException {
    nodeOn("transform-and-expand", "graalpy");

    assertThat(CommandLineRun.of("validate", manifest.toString()).err()).contains(NOTE);
    assertThat(CommandLineRun.of("describe", "transform-and-expand").out()).contains("- " + NOTE);
    assertThat(CommandLineRun.of("describe", "filter").out()).doesNotContain("known limitation");
  }
}
