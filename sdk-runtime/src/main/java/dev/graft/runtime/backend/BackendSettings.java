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
 * @param env the name of the environment that runs are in, such as {@code prod}: what they find out
 *     is kept under it
 */
public record BackendSettings(
    Path cache, Optional<Path> interpreter, Optional<Path> memory, String env) {
  /** The environment of runs that name none: somebody's own machine, not production. */
  public static final String LOCAL = "local";

  private static final String ENV = "GRAFT_ENV";

  /** Settings without a memory. */
  public BackendSettings(Path cache, Optional<Path> interpreter) {
    this(cache, interpreter, Optional.empty(), LOCAL);
  }

  public BackendSettings {
    env = env.isBlank() ? LOCAL : env.strip();
  }

  /**
   * Settings with the cache directory of this user, {@code XDG_CACHE_HOME} respected, in the
   * environment that {@code GRAFT_ENV} names.
   */
  public static BackendSettings ofUser() {
    String xdg = System.getenv("XDG_CACHE_HOME");
    Path base =
        xdg != null && Path.of(xdg).isAbsolute()
            ? Path.of(xdg)
            : Path.of(System.getProperty("user.home"), ".cache");
    return new BackendSettings(base.resolve("graft"), Optional.empty())
        .in(Optional.ofNullable(System.getenv(ENV)).orElse(LOCAL));
  }

  /** The same with a CPython of the user's choice. */
  public BackendSettings withInterpreter(Path path) {
    return new BackendSettings(cache, Optional.of(path), memory, env);
  }

  /** The same with a memory. */
  public BackendSettings withMemory(Path folder) {
    return new BackendSettings(cache, interpreter, Optional.of(folder), env);
  }

  /** The same in another environment. */
  public BackendSettings in(String name) {
    return new BackendSettings(cache, interpreter, memory, name);
  }

  /** Whether somebody said in which environment runs are. */
  public boolean isEnvNamed() {
    return !env.equals(LOCAL);
  }
}
