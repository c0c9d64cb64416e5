package dev.graft.runtime.manifest;

import dev.graft.runtime.form.Definitions;
import dev.graft.runtime.form.Entries;
import dev.graft.runtime.form.Form;
import dev.graft.runtime.form.Key;
import dev.graft.runtime.form.NamedForm;
import dev.graft.runtime.form.Shape;
import dev.graft.runtime.form.Slot;
import dev.graft.runtime.form.TextForm;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A CPython that is given a name; its name is the key at which it stands. */
final class EnvironmentForm implements Form<EnvironmentForm.Found> {
  /** What stands in summaries and messages without quotes. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]*");

  static final NamedForm<Found> ALL =
      new NamedForm<>(
          NAME,
          "is no name for an environment. Use letters, digits, \"_\", \"-\" and \".\".",
          new EnvironmentForm());

  private static final Key<String> VENV =
      Key.of("venv", TextForm.ANY, "The folder of a virtual environment.").like("envs/ml");
  private static final Key<String> INTERPRETER =
      Key.of("interpreter", TextForm.ANY, "A program.").like("/usr/bin/python3");
  private static final Shape SHAPE =
      new Shape(
          "Environment",
          "Where a CPython is. Relative paths start at the folder of the manifest.",
          List.of(VENV, INTERPRETER));

  private EnvironmentForm() {}

  /**
   * An environment whose name is not known here.
   *
   * @param path what the manifest points at
   * @param isVenv whether it is the folder of a virtual environment and no program
   */
  record Found(Path path, boolean isVenv) {
    EnvironmentSpec named(String name) {
      return isVenv
          ? new EnvironmentSpec.Venv(name, path)
          : new EnvironmentSpec.Interpreter(name, path);
    }
  }

  @Override
  public String words() {
    return "{\"venv\": \"FOLDER\"} or {\"interpreter\": \"PROGRAM\"}";
  }

  @Override
  public Optional<Found> read(Slot slot) {
    if (!(slot.value() instanceof Map<?, ?>)) {
      return slot.problem("must be " + words() + ".");
    }
    return SHAPE.open(slot).flatMap(EnvironmentForm::found);
  }

  private static Optional<Found> found(Entries entry) {
    Optional<Path> venv = entry.get(VENV).map(entry.reading()::resolve);
    Optional<Path> program = entry.get(INTERPRETER).map(entry.reading()::resolve);
    if (entry.has(VENV) && entry.has(INTERPRETER)) {
      entry.unwanted(
          INTERPRETER, "cannot stand beside \"venv\", which has one of its own. Keep one.");
      return Optional.empty();
    } else if (!entry.has(VENV) && !entry.has(INTERPRETER)) {
      entry.problem(
          VENV,
          "is required: the folder of a virtual environment. Or name a program with"
              + " \"interpreter\".");
    }
    return venv.map(path -> new Found(path, true))
        .or(() -> program.map(path -> new Found(path, false)));
  }

  @Override
  public Map<String, Object> schema(Definitions definitions) {
    return definitions.refer(
        "environment",
        () -> {
          Map<String, Object> schema = new LinkedHashMap<>(SHAPE.schema(definitions));
          schema.put(
              "oneOf",
              List.of(
                  Map.of("required", List.of(VENV.name())),
                  Map.of("required", List.of(INTERPRETER.name()))));
          return schema;
        });
  }
}
