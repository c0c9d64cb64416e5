package dev.graft.python.cpython;

import dev.graft.python.bundle.BundledPython;
import dev.graft.python.bundle.PythonBundle;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What a program needs that is Graft's own CPython behind links, as in a virtual environment that
 * was made with it: its libraries are found by variables.
 */
final class BundledVariables {
  private BundledVariables() {}

  /** The variables; none for all other programs. */
  static Map<String, String> of(Path program, Path cache) throws IOException {
    Optional<PythonBundle> bundle = PythonBundle.find(BundledVariables.class.getClassLoader());
    if (bundle.isEmpty() || !bundle.get().isUnpacked(cache.toAbsolutePath().normalize())) {
      return Map.of();
    }
    BundledPython python = bundle.get().unpack(cache);
    return isBehind(program, python.home()) ? python.environment() : Map.of();
  }

  private static boolean isBehind(Path program, Path home) {
    try {
      return program.toRealPath().startsWith(home.toRealPath());
    } catch (IOException e) {
      return false; // starting it will tell what is wrong
    }
  }
}
