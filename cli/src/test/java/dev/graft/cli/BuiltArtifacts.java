package dev.graft.cli;

import static com.google.common.truth.Truth.assertWithMessage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The artifacts of this build, for a Maven that builds a project of a user. It gets a repository of
 * its own, into which they are laid; what else it needs comes from the repository that this build
 * uses, and from nowhere else.
 */
public final class BuiltArtifacts {
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

  private final Path repository;
  private final Path settings;

  private BuiltArtifacts(Path repository, Path settings) {
    this.repository = repository;
    this.settings = settings;
  }

  /** Lays them into a folder. */
  public static BuiltArtifacts in(Path folder) throws IOException {
    Path repository = folder.resolve("repository");
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
    return new BuiltArtifacts(repository, settings(folder));
  }

  /** The command that builds a project with them. */
  public List<String> maven(String... words) {
    List<String> command = new ArrayList<>();
    Collections.addAll(
        command,
        "mvn",
        "-B",
        "-ntp",
        "-s",
        settings.toString(),
        "-Dmaven.repo.local=" + repository);
    Collections.addAll(command, words);
    return command;
  }

  private static void lay(Path repository, String artifact, Path file, String type)
      throws IOException {
    Path there = repository.resolve("dev/graft").resolve(artifact).resolve(Version.text());
    Files.createDirectories(there);
    Files.copy(file, there.resolve("%s-%s.%s".formatted(artifact, Version.text(), type)));
  }

  private static Path settings(Path folder) throws IOException {
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
