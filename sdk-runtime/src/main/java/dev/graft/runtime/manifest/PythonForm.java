package dev.graft.runtime.manifest;

import dev.graft.runtime.form.Entries;
import dev.graft.runtime.form.Key;
import dev.graft.runtime.form.ListForm;
import dev.graft.runtime.form.NamedForm;
import dev.graft.runtime.form.ObjectForm;
import dev.graft.runtime.form.Reading;
import dev.graft.runtime.form.Shape;
import dev.graft.runtime.form.TextForm;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a manifest says about Python. */
final class PythonForm {
  private static final Key<List<PythonEntryForm.Found>> NODES =
      Key.of(
              "nodes",
              ListForm.of(PythonEntryForm.ANY),
              "Files, folders of files, and pickles that define nodes. Relative paths start at the"
                  + " folder of the manifest.")
          .like(List.of("nodes/text.py"), List.of("nodes"));
  private static final Key<List<String>> ROOTS =
      Key.of(
              "roots",
              ListForm.of(TextForm.ANY),
              "Directories whose modules the files may import, besides their own.")
          .like(List.of("lib"));
  private static final Key<Map<String, String>> ALIASES =
      Key.of(
              "aliases",
              NamedForm.of(TextForm.ANY),
              "Packages of older code by the package that now stands for them.")
          .like(Map.of("old_sdk", "graft.compat"));
  private static final Key<String> INTERPRETER =
      Key.of("interpreter", TextForm.ANY, "A CPython to use instead of the bundled one.")
          .like("/usr/bin/python3");
  private static final Key<Map<String, EnvironmentForm.Found>> ENVIRONMENTS =
      Key.of(
              "environments",
              EnvironmentForm.ALL,
              "Other CPythons by name, for nodes that ask for one with \"environment\".")
          .like(Map.of("ml", Map.of("venv", "envs/ml")));

  static final ObjectForm<PythonSpec> FORM =
      new ObjectForm<>(
          new Shape(
              "Python",
              "Where Python nodes come from, and which Pythons run them.",
              List.of(NODES, ROOTS, ALIASES, INTERPRETER, ENVIRONMENTS)),
          "python",
          PythonForm::read);

  private PythonForm() {}

  private static Optional<PythonSpec> read(Entries python) {
    Reading reading = python.reading();
    List<PythonEntryForm.Found> entries = python.get(NODES).orElse(List.of());
    List<Path> roots = python.get(ROOTS).orElse(List.of()).stream().map(reading::resolve).toList();
    return Optional.of(
        new PythonSpec(
            entries.stream()
                .filter(PythonEntryForm.Found.OfFile.class::isInstance)
                .map(entry -> ((PythonEntryForm.Found.OfFile) entry).file())
                .toList(),
            roots,
            python.get(ALIASES).orElse(Map.of()),
            python.get(INTERPRETER).map(reading::resolve),
            entries.stream()
                .filter(PythonEntryForm.Found.OfPayload.class::isInstance)
                .map(entry -> ((PythonEntryForm.Found.OfPayload) entry).payload())
                .toList(),
            python.get(ENVIRONMENTS).orElse(Map.of()).entrySet().stream()
                .map(entry -> entry.getValue().named(entry.getKey()))
                .toList()));
  }
}
