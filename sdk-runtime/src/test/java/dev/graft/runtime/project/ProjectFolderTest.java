package dev.graft.runtime.project;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the memory of a project is. */
final class ProjectFolderTest {
  @TempDir Path root = Path.of("");

  @Test
  void isBesideTheNearestVersionControlAbove() throws IOException {
    Files.createDirectories(root.resolve("a/.git"));
    Path inner = Files.createDirectories(root.resolve("a/b/c"));

    assertThat(ProjectFolder.of(inner)).isEqualTo(root.resolve("a/.graft"));
  }

  @Test
  void isTheOneThatIsThere() throws IOException {
    Files.createDirectories(root.resolve("a/.graft"));
    Files.createDirectories(root.resolve("a/b/.git"));
    Path inner = Files.createDirectories(root.resolve("a/b/c"));

    assertThat(ProjectFolder.of(inner)).isEqualTo(root.resolve("a/.graft"));
  }

  @Test
  void isMadeByNobodyWhoOnlyAsks() {
    Path asked = ProjectFolder.of(root.resolve("x"));

    assertThat(asked.endsWith(".graft")).isTrue();
    assertThat(Files.exists(root.resolve("x"))).isFalse();
  }
}
