package dev.graft.cli;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where a command may write. */
final class FilePlaces {
  private FilePlaces() {}

  /**
   * Refuses a place where no file can be written, before anything is run.
   *
   * @param option which option named it
   */
  static void checkWritable(String option, Path file) throws RefusedException {
    if (Files.isDirectory(file)) {
      throw new RefusedException("%s: %s is a folder. Name a file.".formatted(option, file));
    }
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null && !Files.isDirectory(folder)) {
      throw new RefusedException(
          "%s: there is no folder %s. Check the path, or make it.".formatted(option, folder));
    }
    boolean writable =
        Files.exists(file) ? Files.isWritable(file) : folder == null || Files.isWritable(folder);
    if (!writable) {
      throw new RefusedException(
          "%s: %s may not be written. Give yourself the right to, or name another file."
              .formatted(option, file));
    }
  }
}
