package dev.graft.python.source;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;

/** The Python package {@code graft} as files, for an interpreter that reads files. */
public final class UnpackedFiles {
  private UnpackedFiles() {}

  /**
   * The folder that holds the package, filled now if it is not there yet. Its name says what is in
   * it, so it never changes; whoever comes second throws away what it made.
   */
  public static Path in(Path cache, BundledFiles files) throws IOException {
    Path parent = cache.toAbsolutePath().normalize().resolve("worker");
    Path place = parent.resolve(files.hash().substring(0, 16));
    if (!Files.isDirectory(place)) {
      Files.createDirectories(parent);
      Path parts = Files.createTempDirectory(parent, "parts");
      for (Map.Entry<String, String> file : files.texts().entrySet()) {
        Path target = parts.resolve(file.getKey());
        Files.createDirectories(target.resolveSibling("."));
        Files.writeString(target, file.getValue());
      }
      try {
        Files.move(parts, place, StandardCopyOption.ATOMIC_MOVE);
      } catch (AtomicMoveNotSupportedException e) {
        throw e;
      } catch (FileSystemException e) {
        if (!Files.isDirectory(place)) {
          throw e;
        }
      }
    }
    return place;
  }
}
