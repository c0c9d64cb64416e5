package dev.graft.python.cpython;

import dev.graft.python.bundle.BundledPython;
import dev.graft.python.bundle.PythonBundle;
import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.backend.BackendSettings;
import dev.graft.runtime.backend.HostingRefusedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Finds the CPython: the user's choice, else the bundled one, else one on the path. */
final class InterpreterChoice {
  private static final long PROBE_SECONDS = 20;
  private static final int OLDEST_MINOR = 9;

  private static final String PROBE =
      "import sys; v = sys.version_info;"
          + " print(sys.implementation.name, v[0], v[1], sys.executable, sep='\\n')";

  private InterpreterChoice() {}

  static Interpreter choose(BackendSettings settings) throws HostingRefusedException {
    if (settings.interpreter().isPresent()) {
      return probe(settings.interpreter().get(), "chosen by the user");
    }
    Optional<PythonBundle> bundle = PythonBundle.find(InterpreterChoice.class.getClassLoader());
    if (bundle.isPresent()) {
      return bundled(bundle.get(), settings.cache());
    }
    Optional<Path> onPath = onPath(System.getenv().getOrDefault("PATH", ""));
    if (onPath.isPresent()) {
      return probe(
          onPath.get(), "found on the PATH, because there is no bundled CPython for this platform");
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

  /** Asks a Python who it is: what is on the path may be a script that looks for the real one. */
  private static Interpreter probe(Path python, String origin) throws HostingRefusedException {
    List<String> answer = ask(python).lines().toList();
    if (answer.size() != 4) {
      throw refused(python + " is no Python");
    }
    String version = answer.get(1) + "." + answer.get(2);
    if (!answer.get(0).equals("cpython")) {
      throw refused(python + " is no CPython but " + answer.get(0));
    }
    if (!answer.get(1).equals("3") || Integer.parseInt(answer.get(2)) < OLDEST_MINOR) {
      throw refused(
          python + " is Python " + version + "; 3." + OLDEST_MINOR + " or later is needed");
    }
    return new Interpreter(Path.of(answer.get(3)), Map.of(), origin, false);
  }

  private static String ask(Path python) throws HostingRefusedException {
    try {
      Process process =
          new ProcessBuilder(python.toString(), "-I", "-c", PROBE)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      try {
        process.getOutputStream().close();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(PROBE_SECONDS, TimeUnit.SECONDS)) {
          throw refused(python + " does not answer");
        }
        return text;
      } finally {
        process.destroyForcibly();
      }
    } catch (IOException e) {
      throw new HostingRefusedException(
          BackendId.CPYTHON, python + " cannot be started: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw refused("interrupted while asking " + python + " for its version");
    }
  }

  private static HostingRefusedException refused(String reason) {
    return new HostingRefusedException(BackendId.CPYTHON, reason);
  }
}
