package dev.graft.runtime.backend;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What a backend must know before it starts.
 *
 * @param cache a directory for what can be made again, such as an unpacked interpreter
 * @param interpreter the CPython that the user chose, instead of the bundled one
 * @param memory the folder where it is kept what runs found out, {@code .graft} of a project;
 *     empty: nothing is written down
 */
public record BackendSettings(Path cache, Optional<Path> interpreter, Optional<Path> memory) {
  /** Settings without a memory. */
  public BackendSettings(Path cache, Optional<Path> interpreter) {
    this(cache, interpreter, Optional.empty());
  }

  /** Settings with the cache directory of this user, {@code XDG_CACHE_HOME} respected. */
  public static BackendSettings ofUser() {
    String xdg = System.getenv("XDG_CACHE_HOME");
    Path base =
        xdg != null && Path.of(xdg).isAbsolute()
            ? Path.of(xdg)
            : Path.of(System.getProperty("user.home"), ".cache");
    return new BackendSettings(base.resolve("graft"), Optional.empty());
  }

  /** The same with a CPython of the user's choice. */
  public BackendSettings withInterpreter(Path path) {
    return new BackendSettings(cache, Optional.of(path), memory);
  }

  /** The same with a memory. */
  public BackendSettings withMemory(Path folder) {
    return new BackendSettings(cache, interpreter, Optional.of(folder));
  }
}
