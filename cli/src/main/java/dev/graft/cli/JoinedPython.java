package dev.graft.cli;

import dev.graft.runtime.manifest.PythonSpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What several pipelines say of Python, as one: the matrix has one Python for all of them. */
final class JoinedPython {
  private JoinedPython() {}

  /**
   * All of it.
   *
   * @throws RefusedException if two of them say different things
   */
  static PythonSpec of(List<ManifestChange> changes) throws RefusedException {
    List<PythonSpec.File> files = new ArrayList<>();
    List<Path> roots = new ArrayList<>();
    Map<String, String> aliases = new HashMap<>();
    Optional<Path> interpreter = Optional.empty();
    for (ManifestChange change : changes) {
      PythonSpec python = change.after().python();
      python.files().stream()
          .filter(file -> files.stream().noneMatch(each -> each.path().equals(file.path())))
          .forEach(files::add);
      python.roots().stream().filter(root -> !roots.contains(root)).forEach(roots::add);
      for (Map.Entry<String, String> alias : python.aliases().entrySet()) {
        String before = aliases.putIfAbsent(alias.getKey(), alias.getValue());
        if (before != null && !before.equals(alias.getValue())) {
          throw differ("python.aliases." + alias.getKey());
        }
      }
      if (interpreter.isPresent()
          && python.interpreter().isPresent()
          && !interpreter.equals(python.interpreter())) {
        throw differ("python.interpreter");
      }
      interpreter = interpreter.or(python::interpreter);
    }
    return new PythonSpec(files, roots, aliases, interpreter, List.of(), List.of());
  }

  private static RefusedException differ(String key) {
    return new RefusedException(
        "the pipelines do not agree on %s, so that the matrix cannot answer for all of them. Switch them one by one, with --manifest."
            .formatted(key));
  }
}
