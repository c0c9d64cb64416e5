package dev.graft.python.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The texts of an interpreter's own library, read once for all interpreters of this JVM, which
 * would each read and parse the same files again. Safe for use by several threads.
 */
public final class StandardLibrary {
  private final Map<String, PythonFile> known = new ConcurrentHashMap<>();

  /**
   * The module of that full name; its path is that below the library's folder.
   *
   * @param folder the folder, as the interpreter named it before it ran anybody's code
   */
  public Optional<PythonFile> module(Path folder, String fullName) {
    if (!ModuleFinder.isModuleName(fullName)) {
      return Optional.empty();
    }
    PythonFile file = known.get(fullName);
    if (file != null) {
      return Optional.of(file);
    }
    String base = fullName.replace('.', '/');
    Optional<PythonFile> found =
        read(folder, base + ".py", false).or(() -> read(folder, base + "/__init__.py", true));
    found.ifPresent(read -> known.put(fullName, read));
    return found;
  }

  /** What cannot be read, or is not UTF-8, is left to the interpreter, which knows what to say. */
  private static Optional<PythonFile> read(Path folder, String path, boolean isPackage) {
    Path file = folder.resolve(path);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(new PythonFile(path, Files.readString(file), isPackage));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
