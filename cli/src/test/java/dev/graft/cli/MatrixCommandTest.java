package dev.graft.cli;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The matrix over the nodes of the SDK, on all backends, as a user runs it. */
final class MatrixCommandTest {
  @TempDir Path folder = Path.of("");

  @Test
  void explainsEveryDifference() {
    CommandLineRun run = CommandLineRun.of("matrix", "--output", folder.toString());

    assertWithMessage("%s%s", run.out(), run.err()).that(run.code()).isEqualTo(0);
    for (String report : new String[] {"report.html", "report.json", "report.md", "junit.xml"}) {
      assertThat(Files.exists(folder.resolve(report))).isTrue();
    }
  }

  @Test
  void refusesANodeThatIsNotThere() {
    CommandLineRun run =
        CommandLineRun.of("matrix", "--node", "calclator", "--output", folder.toString());

    assertThat(run.code()).isEqualTo(64);
    assertThat(run.err()).contains("calclator");
  }
}
