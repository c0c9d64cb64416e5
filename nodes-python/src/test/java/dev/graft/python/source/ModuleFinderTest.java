package dev.graft.python.source;

import static com.google.common.truth.Truth.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A finder serves what was named, and nothing else. */
final class ModuleFinderTest {
  private final ModuleFinder finder = new ModuleFinder(BundledFiles.load());

  @Test
  void servesItsOwnPackage() {
    assertThat(finder.find("graft").orElseThrow().isPackage()).isTrue();
    assertThat(finder.find("graft.host").orElseThrow().path()).isEqualTo("graft/host.py");
    assertThat(finder.find("graft.no_such_module")).isEqualTo(Optional.empty());
  }

  @Test
  void servesSiblingsUnderBothNames(@TempDir Path root) throws Exception {
    Files.writeString(root.resolve("tools.py"), "X = 1\n");
    assertThat(finder.find("tools")).isEqualTo(Optional.empty());
    finder.register(List.of(root), Optional.of("pkg.nodes"));
    assertThat(finder.find("tools").orElseThrow().source()).isEqualTo("X = 1\n");
    assertThat(finder.find("pkg.nodes.tools").isPresent()).isTrue();
    assertThat(finder.find("other.tools").isPresent()).isFalse();
  }

  @Test
  void namesCannotLeaveTheRoot(@TempDir Path folder) throws Exception {
    Path root = Files.createDirectory(folder.resolve("root"));
    Files.writeString(folder.resolve("secret.py"), "X = 1\n");
    finder.register(List.of(root), Optional.empty());
    for (String name : List.of("../secret", "..secret", "/etc/passwd", "a/../../secret", "")) {
      assertThat(finder.find(name)).isEqualTo(Optional.empty());
    }
  }
}
