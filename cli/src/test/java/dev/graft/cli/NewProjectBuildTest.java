package dev.graft.cli;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import dev.graft.cli.project.ProjectKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A new project, built by Maven as its author builds it, with the artifacts of this build. Maven
 * gets a repository of its own, into which they are laid; what else it needs comes from the
 * repository that this build uses, and from nowhere else.
 */
@Tag("nightly")
@Timeout(900)
final class NewProjectBuildTest {
  private static final List<String> MODULES =
      List.of(
          "sdk-api",
          "sdk-processor",
          "sdk-runtime",
          "nodes-native",
          "python-bundle",
          "nodes-python",
          "compat-matrix",
          "test-kit");

  @TempDir Path folder = Path.of("");

  @ParameterizedTest
  @EnumSource
  void isGreenAtOnce(ProjectKind kind) throws IOException {
    Path project = folder.resolve("project");
    String option = "--" + kind.name().toLowerCase(Locale.ROOT);
    assertThat(CommandLineRun.of("new", project.toString(), option).code()).isEqualTo(Exit.OK);
    layArtifacts(folder.resolve("repository"));

    Process maven =
        new ProcessBuilder(
                "mvn",
                "-B",
                "-ntp",
                "-s",
                settings().toString(),
                "-Dmaven.repo.local=" + folder.resolve("repository"),
                "package")
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

  private static void layArtifacts(Path repository) throws IOException {
    lay(repository, "graft", Path.of("..", "pom.xml"), "pom");
    lay(repository, "graft-bom", Path.of("..", "bom", "pom.xml"), "pom");
    for (String module : MODULES) {
      String artifact = "graft-" + module;
      Path jar = Path.of("..", module, "target", artifact + "-" + Version.text() + ".jar");
      assertWithMessage("build it first, with mvn verify: %s", jar)
          .that(Files.exists(jar))
          .isTrue();
      lay(repository, artifact, Path.of("..", module, "pom.xml"), "pom");
      lay(repository, artifact, jar, "jar");
    }
  }

  private static void lay(Path repository, String artifact, Path file, String type)
      throws IOException {
    Path there = repository.resolve("dev/graft").resolve(artifact).resolve(Version.text());
    Files.createDirectories(there);
    Files.copy(file, there.resolve("%s-%s.%s".formatted(artifact, Version.text(), type)));
  }

  private Path settings() throws IOException {
    Path usual = Path.of(System.getProperty("user.home"), ".m2", "repository");
    Path used = Path.of(System.getProperty("localRepository", usual.toString()));
    return Files.writeString(
        folder.resolve("settings.xml"),
        """
        <settings>
          <mirrors>
            <mirror>
              <id>this-build</id>
              <mirrorOf>*</mirrorOf>
              <url>%s</url>
            </mirror>
          </mirrors>
        </settings>
        """
            .formatted(used.toUri()));
  }
}
