package dev.graft.cli;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import dev.graft.cli.project.ProjectKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A new project, built by Maven as its author builds it, with the artifacts of this build. */
@Tag("nightly")
@Timeout(900)
final class NewProjectBuildTest {
  @TempDir Path folder = Path.of("");

  @ParameterizedTest
  @EnumSource
  void isGreenAtOnce(ProjectKind kind) throws IOException {
    Path project = folder.resolve("project");
    String option = "--" + kind.name().toLowerCase(Locale.ROOT);
    assertThat(CommandLineRun.of("new", project.toString(), option).code()).isEqualTo(Exit.OK);

    Process maven =
        new ProcessBuilder(BuiltArtifacts.in(folder).maven("package"))
            .directory(project.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    int code = ForkedGraft.end(maven);
    String log = Files.readString(folder.resolve("log"));

    assertWithMessage("%s", log).that(code).isEqualTo(0);
    assertThat(log).containsMatch("Tests run: [1-9][0-9]+, Failures: 0, Errors: 0");
    assertThat(log).contains("in org.example.nodes.NodesMatrixTest");
    if (kind != ProjectKind.PYTHON) {
      byte[] compiled =
          Files.readAllBytes(
              project.resolve("target/classes/org/example/nodes/RunningTotalNode.class"));
      assertThat((int) compiled[7]).isEqualTo(61); // the class files of Java 17
    }
  }
}
