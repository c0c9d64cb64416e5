package dev.graft.archetype;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import dev.graft.cli.Graft;
import dev.graft.cli.project.ProjectKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What {@code graft new} makes, to compare with. */
final class GraftNew {
  private GraftNew() {}

  /** Compares a project with the one of {@code graft new} that has its name, byte by byte. */
  static void assertSame(Path generated, ProjectKind kind, Path folder) throws Exception {
    Path expected = folder.resolve("graft-new").resolve(generated.getFileName());
    run(expected, kind);

    Map<String, String> files = files(expected);
    assertThat(files.keySet())
        .containsAtLeast(
            ".github/workflows/build.yml",
            ".gitignore",
            "graft.json",
            "pom.xml",
            "schemas/case-1.schema.json");
    assertThat(files(generated)).isEqualTo(files);
  }

  /** The files of a project: what is in each. Every byte is a character. */
  static Map<String, String> files(Path project) throws IOException {
    Map<String, String> files = new TreeMap<>();
    List<Path> found;
    try (Stream<Path> tree = Files.walk(project)) {
      found = tree.filter(Files::isRegularFile).toList();
    }
    for (Path file : found) {
      files.put(
          project.relativize(file).toString().replace('\\', '/'),
          Files.readString(file, StandardCharsets.ISO_8859_1));
    }
    return files;
  }

  private static void run(Path project, ProjectKind kind) throws Exception {
    Process graft =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Graft.class.getName(),
                "new",
                project.toString(),
                "--" + kind.name().toLowerCase(Locale.ROOT))
            .redirectErrorStream(true)
            .start();
    String said = new String(graft.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertWithMessage("%s", said).that(graft.waitFor()).isEqualTo(0);
  }
}
