package dev.graft.python.cpython;

import dev.graft.python.bundle.BundledPython;
import dev.graft.python.bundle.PythonBundle;
import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.backend.BackendSettings;
import dev.graft.runtime.backend.HostingRefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Finds the CPython: the user's choice, else the bundled one, else one on the path. */
final class InterpreterChoice {
  private InterpreterChoice() {}

  static Interpreter choose(BackendSettings settings, InterpreterProbe probe)
      throws HostingRefusedException {
    if (settings.interpreter().isPresent()) {
      return asked(settings.interpreter().get(), "chosen by the user", probe, settings.cache());
    }
    Optional<PythonBundle> bundle = PythonBundle.find(InterpreterChoice.class.getClassLoader());
    if (bundle.isPresent()) {
      return bundled(bundle.get(), settings.cache());
    }
    Optional<Path> onPath = onPath(System.getenv().getOrDefault("PATH", ""));
    if (onPath.isPresent()) {
      return asked(
          onPath.get(),
          "found on the PATH, because there is no bundled CPython for this platform",
          probe,
          settings.cache());
    }
    throw refused(
        "no CPython: there is no bundled one for this platform and no python3 on the PATH");
  }

  private static Interpreter bundled(PythonBundle bundle, Path cache)
      throws HostingRefusedException {
    try {
      BundledPython python = bundle.unpack(cache);
      return new Interpreter(python.executable(), python.environment(), "bundled", true);
    } catch (IOException e) {
      throw new HostingRefusedException(
          BackendId.CPYTHON, "the bundled CPython cannot be unpacked to " + cache + ": " + e, e);
    }
  }

  static Optional<Path> onPath(String path) {
    for (String directory : path.split(":", -1)) {
      if (!directory.isEmpty()) {
        Path candidate = Path.of(directory, "python3");
        if (Files.isExecutable(candidate)) {
          return Optional.of(candidate);
        }
      }
    }
    return Optional.empty();
  }

  private static Interpreter asked(Path python, String origin, InterpreterProbe probe, Path cache)
      throws HostingRefusedException {
    try {
      Map<String, String> variables = BundledVariables.of(python, cache);
      return new Interpreter(probe.ask(python, variables).executable(), variables, origin, false);
    } catch (IOException e) {
      throw new HostingRefusedException(
          BackendId.CPYTHON, "the bundled CPython cannot be unpacked to " + cache + ": " + e, e);
    } catch (ProbeFailedException e) {
      throw new HostingRefusedException(BackendId.CPYTHON, String.valueOf(e.getMessage()), e);
    }
  }

  private static HostingRefusedException refused(String reason) {
    return new HostingRefusedException(BackendId.CPYTHON, reason);
  }
}
