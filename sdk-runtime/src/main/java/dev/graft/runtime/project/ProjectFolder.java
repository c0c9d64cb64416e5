package dev.graft.runtime.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Finds the folder of a project's memory. */
public final class ProjectFolder {
  private static final String NAME = ".graft";

  /** What a project's folder has, the first one before the second. */
  private static final List<String> MARKS = List.of(NAME, ".git");

  private ProjectFolder() {}

  /**
   * The memory of the project that a folder belongs to: {@code .graft} in the nearest folder above
   * that has one, else beside the nearest {@code .git}, else in the folder itself. It need not
   * exist yet; this makes nothing.
   */
  public static Path of(Path start) {
    Path absolute = start.toAbsolutePath().normalize();
    for (String mark : MARKS) {
      for (Path folder = absolute; folder != null; folder = folder.getParent()) {
        if (Files.exists(folder.resolve(mark))) {
          return folder.resolve(NAME);
        }
      }
    }
    return absolute.resolve(NAME);
  }

  /**
   * Makes a memory that is not there yet, and tells version control to leave it alone: what is kept
   * in it may be a user's data.
   *
   * @throws IOException if it cannot be made
   */
  public static void make(Path memory) throws IOException {
    if (!Files.exists(memory)) {
      Files.createDirectories(memory);
      Files.writeString(memory.resolve(".gitignore"), "*\n");
    }
  }
}
