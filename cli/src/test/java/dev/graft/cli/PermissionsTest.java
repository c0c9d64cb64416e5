package dev.graft.cli;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node declares what it needs, and gets what its operator grants. */
final class PermissionsTest {
  @TempDir Path folder = Path.of("");

  @BeforeEach
  void writeNodesThatReadFiles() throws IOException {
    Files.writeString(
        folder.resolve("own.py"),
        """
        import graft

        @graft.node(id="load", version="1.0", summary="Reads a file.", permissions=["read:data"])
        class Load:
            def process(self, item: str) -> str:
                with open(item) as file:
                    return file.read()

        class OldNode:
            def process(self, item):
                with open(item) as file:
                    return file.read()
        """);
    Files.createDirectories(folder.resolve("data"));
    Files.writeString(folder.resolve("data/a.txt"), "found");
    Files.writeString(folder.resolve("in.jsonl"), "\"data/a.txt\"\n");
  }

  @Test
  void whatIsDeclaredAndNotGrantedIsRefusedBeforeAnythingRuns() throws IOException {
    CommandLineRun nothing = run("load", "");
    assertThat(nothing.code()).isEqualTo(Exit.REFUSED);
    assertThat(nothing.out()).isEmpty();
    assertThat(nothing.err())
        .contains(
            "nodes[0].type: type \"load\" needs \"read:data\", which is not granted. Grant it with"
                + " \"permissions\": [\"read:data\"].");
    CommandLineRun other = run("load", ", \"permissions\": [\"network\", \"read:other\"]");
    assertThat(other.err())
        .contains(
            "Grant it with \"permissions\": [\"network\", \"read:%s\", \"read:data\"]."
                .formatted(folder.resolve("other")));
  }

  @Test
  void moreMayBeGrantedThanIsDeclared() throws IOException {
    assertFound(run("load", ", \"permissions\": [\"read:data\"]"));
    assertFound(run("load", ", \"permissions\": [\"read:.\", \"network\"]"));
    assertFound(run("old", ", \"permissions\": [\"read:data\"]"));
  }

  @Test
  void aNodeThatDeclaresNothingIsStillDeniedWhatWasNotGranted() throws IOException {
    CommandLineRun run = run("old", "");
    assertThat(run.code()).isEqualTo(Exit.FAILED);
    assertThat(run.err())
        .contains("(denied: reading data/a.txt; grant it with \"permissions\": [\"read:data\"])");
  }

  @Test
  void aDenialIsNoReasonToLeaveTheSandbox() throws IOException {
    CommandLineRun run = run("old", ", \"permissions\": [\"native\"]");
    assertThat(run.code()).isEqualTo(Exit.FAILED);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("denied: reading data/a.txt");
    assertThat(run.err()).doesNotContain("cpython");
  }

  @Test
  void aWorkerEnforcesNothingButDeclarationsHoldThereToo() throws IOException {
    assertThat(run("load", ", \"backend\": \"cpython\"").err()).contains("needs \"read:data\"");
  }

  @Test
  void badGrantsAreReportedTogether() throws IOException {
    CommandLineRun run =
        run("old", ", \"permissions\": [\"raed:x\", \"env\", \"host:no.such.Type\"]");
    assertThat(run.code()).isEqualTo(Exit.REFUSED);
    assertThat(run.err())
        .contains("nodes[0].permissions[0]: \"raed:x\" is no permission. Did you mean \"read:x\"?");
    assertThat(run.err()).contains("nodes[0].permissions[1]: \"env\" must name one variable");
    assertThat(run("old", ", \"permissions\": [\"host:no.such.Type\"]").err())
        .contains("nodes[0].permissions[0]: there is no class \"no.such.Type\" on the class path.");
  }

  private static void assertFound(CommandLineRun run) {
    assertWithMessage("%s", run.err()).that(run.code()).isEqualTo(Exit.OK);
    assertThat(run.out()).isEqualTo("\"found\"\n");
  }

  private CommandLineRun run(String type, String more) throws IOException {
    Path manifest = folder.resolve("m.json");
    Files.writeString(
        manifest,
        """
        {"version": "1", "name": "x", "python": {"nodes": ["own.py"]},
         "nodes": [{"id": "n", "type": "%s"%s}]}
        """
            .formatted(type, more));
    return CommandLineRun.of(
        "run", manifest.toString(), "-i", folder.resolve("in.jsonl").toString());
  }
}
