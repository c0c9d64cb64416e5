package dev.graft.cli;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node that one backend cannot host goes to another only if it may, and never in silence. */
final class FallbackTest {
  @TempDir Path folder = Path.of("");

  @BeforeEach
  void writeANodeThatNeedsNumPy() throws IOException {
    Files.writeString(
        folder.resolve("own.py"),
        """
        import numpy

        class MeanNode:
            def process(self, item):
                return float(numpy.mean(item))
        """);
    Files.writeString(folder.resolve("in.jsonl"), "[1, 2, 3]\n");
  }

  @Test
  void staysInTheSandboxUnlessTheOperatorGrantsIt() throws IOException {
    CommandLineRun run = run("");

    assertThat(run.code()).isEqualTo(Exit.FAILED);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("graft: node \"m\" can run on no backend:");
    assertThat(run.err()).contains("graalpy: missing package: numpy");
    assertThat(run.err())
        .contains(
            "cpython: would run outside the sandbox, where no permission is enforced; allow it with \"permissions\": [\"native\"]");
  }

  @Test
  void goesToAWorkerIfGrantedAndSaysSo() throws IOException {
    CommandLineRun run = run(", \"permissions\": [\"native\"]");

    assertWithMessage("%s", run.err()).that(run.code()).isEqualTo(Exit.OK);
    assertThat(run.out()).isEqualTo("{\"$f\":\"2.0\"}\n");
    assertThat(run.err()).containsMatch("m +mean +cpython");
    assertThat(run.err()).contains("node \"m\" does not run on graalpy: missing package: numpy");
  }

  @Test
  void honoursOrRefusesABackendThatWasAskedFor() throws IOException {
    CommandLineRun refused = run(", \"backend\": \"graalpy\"");
    CommandLineRun honoured = run(", \"backend\": \"cpython\"");

    assertThat(refused.code()).isEqualTo(Exit.FAILED);
    assertThat(refused.err()).contains("graalpy: missing package: numpy");
    assertThat(refused.err()).doesNotContain("cpython");
    assertThat(honoured.out()).isEqualTo("{\"$f\":\"2.0\"}\n");
  }

  private CommandLineRun run(String more) throws IOException {
    Path manifest = folder.resolve("m.json");
    Files.writeString(
        manifest,
        """
        {"version": "1", "name": "x", "python": {"nodes": ["own.py"]},
         "nodes": [{"id": "m", "type": "mean"%s}]}
        """
            .formatted(more));
    return CommandLineRun.of(
        "run", manifest.toString(), "-i", folder.resolve("in.jsonl").toString());
  }
}
