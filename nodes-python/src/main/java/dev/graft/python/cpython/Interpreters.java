package dev.graft.python.cpython;

import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.backend.BackendSettings;
import dev.graft.runtime.backend.HostingRefusedException;
import dev.graft.runtime.environment.PythonEnvironment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The CPythons of a backend: those of environments, and the usual one, which is looked for when it
 * is first needed. Safe for several threads.
 */
final class Interpreters {
  private final BackendSettings settings;
  private final Path sources;
  private @Nullable Interpreter usual;

  /**
   * None is known yet.
   *
   * @param sources the folder that holds Graft's Python package
   */
  Interpreters(BackendSettings settings, Path sources) {
    this.settings = settings;
    this.sources = sources;
  }

  /** The one of an environment, or the usual one. */
  Interpreter of(Optional<PythonEnvironment> environment) throws HostingRefusedException {
    return environment.isPresent() ? of(environment.get()) : usual();
  }

  private Interpreter of(PythonEnvironment environment) throws HostingRefusedException {
    Path program = environment.executable();
    try {
      Map<String, String> variables = BundledVariables.of(program, settings.cache());
      return new Interpreter(program, variables, "environment " + environment.name(), false);
    } catch (IOException e) {
      throw new HostingRefusedException(
          BackendId.CPYTHON, "the bundled CPython cannot be unpacked: " + e, e);
    }
  }

  /**
   * The one for nodes that have no environment.
   *
   * @throws HostingRefusedException if there is none
   */
  synchronized Interpreter usual() throws HostingRefusedException {
    if (usual == null) {
      usual = InterpreterChoice.choose(settings, new InterpreterProbe(sources));
    }
    return usual;
  }
}
