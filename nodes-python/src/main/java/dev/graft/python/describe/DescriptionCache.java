package dev.graft.python.describe;

import dev.graft.python.source.BundledFiles;
import dev.graft.runtime.catalogue.PythonUnit;
import dev.graft.runtime.hash.Sha256;
import dev.graft.runtime.json.JsonFormatException;
import dev.graft.runtime.json.TypedJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/**
 * Remembers descriptions by the hash of the text and of the describer itself.
 *
 * @param folder where they are kept
 * @param describer a hash of what makes them
 */
record DescriptionCache(Path folder, String describer) {
  static DescriptionCache in(Path cache) {
    return new DescriptionCache(cache.resolve("describe"), BundledFiles.load().hash());
  }

  Optional<List<?>> find(PythonUnit unit) {
    Path file = file(unit);
    try {
      return Files.exists(file)
              && TypedJson.read(Files.readString(file), file.toString()) instanceof List<?> items
          ? Optional.of(items)
          : Optional.empty();
    } catch (IOException | JsonFormatException e) {
      return Optional.empty(); // what cannot be read is made again
    }
  }

  /** Keeps a description; a cache that cannot be written only costs time. */
  void keep(PythonUnit unit, List<?> items) {
    try {
      Files.createDirectories(folder);
      Path parts = Files.createTempFile(folder, "new", ".json");
      Files.writeString(parts, TypedJson.write(items));
      Files.move(parts, file(unit), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      System.getLogger(DescriptionCache.class.getName())
          .log(System.Logger.Level.DEBUG, "cannot write the cache", e);
    }
  }

  private Path file(PythonUnit unit) {
    return folder.resolve(Sha256.of(describer + unit.hash()) + ".json");
  }
}
