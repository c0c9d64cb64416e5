package dev.graft.archetype;

import dev.graft.cli.project.NewProject;
import dev.graft.cli.project.ProjectKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Writes a project of each kind as {@code graft new} does, but for its name: that is filled in when
 * somebody generates one.
 */
public final class ArchetypeFiles {
  private ArchetypeFiles() {}

  /** Takes the folder, whose old content goes, and the version of Graft. */
  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    clear(folder);
    for (ProjectKind kind : ProjectKind.values()) {
      new NewProject(kind, NewProject.ANY_NAME, args[1])
          .write(folder.resolve(kind.name().toLowerCase(Locale.ROOT)));
    }
  }

  /** A file whose template is gone must not stay from the build before. */
  private static void clear(Path folder) throws IOException {
    if (Files.exists(folder)) {
      List<Path> old;
      try (Stream<Path> tree = Files.walk(folder)) {
        old = tree.sorted(Comparator.reverseOrder()).toList();
      }
      for (Path file : old) {
        Files.delete(file);
      }
    }
  }
}
