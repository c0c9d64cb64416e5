package dev.graft.cli.project;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.graft.runtime.manifest.ManifestException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file that says where a project has its places. */
final class ProjectFileTest {
  private static final Path PUBLISHED =
      Path.of("src", "main", "resources", "schemas", "project-1.schema.json");

  @TempDir Path folder = Path.of("");

  @Test
  void namesPlacesFromItsFolderOn() throws Exception {
    write("{'nodes': ['a.py', 'more'], 'corpus': ['cases'], '$schema': 's.json'}");

    ProjectFile project = ProjectFile.in(folder);

    assertThat(project.nodes())
        .containsExactly(folder.resolve("a.py"), folder.resolve("more"))
        .inOrder();
    assertThat(project.plugins()).isEmpty();
    assertThat(project.corpus()).containsExactly(folder.resolve("cases"));
    assertThat(project.newCases()).isEqualTo(folder.resolve("cases"));
  }

  @Test
  void needNotBeThere() throws Exception {
    assertThat(ProjectFile.in(folder)).isEqualTo(ProjectFile.NONE);
    assertThat(ProjectFile.NONE.newCases()).isEqualTo(Path.of("cases"));
  }

  @Test
  void whatIsWrongIsToldWithItsPlace() throws IOException {
    assertThat(problems("{'node': ['a.py'],\n 'plugins': 'target/plugins', 'corpus': ['', 'c']}"))
        .containsExactly(
            "1:2: node: there is no such key. Did you mean \"nodes\"?",
            "2:13: plugins: must be an array, got str \"target/plugins\".",
            "2:42: corpus[0]: must be a text that is not empty, got str \"\".")
        .inOrder();
    assertThat(problems("{'nodes': [], 'nodes': []}"))
        .containsExactly("1:15: nodes: the key stands at 1:2 already. Remove one of the two.");
    assertThat(problems("[]")).containsExactly("1:1: a project file is an object, got list of 0.");
    assertThat(problems("{'nodes': [}").getFirst()).startsWith("1:12: ");
  }

  @Test
  void aPlaceHasWhatLiesDirectlyInIt() {
    List<Path> places = List.of(Path.of("src"));

    assertThat(ProjectFile.has(places, Path.of("src/a.py").toAbsolutePath())).isTrue();
    assertThat(ProjectFile.has(places, Path.of("./src"))).isTrue();
    assertThat(ProjectFile.has(places, Path.of("src/deep/a.py"))).isFalse();
  }

  @Test
  void thePublishedSchemaIsTheOneThatIsWritten() throws IOException {
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(PUBLISHED, ProjectFile.schema());
    }
    assertThat(Files.readString(PUBLISHED)).isEqualTo(ProjectFile.schema());
  }

  private List<String> problems(String text) throws IOException {
    Path file = write(text);
    return assertThrows(ManifestException.class, () -> ProjectFile.in(folder)).messages().stream()
        .map(line -> line.replace(file + ":", ""))
        .toList();
  }

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve(ProjectFile.NAME), text.replace('\'', '"'));
  }
}
