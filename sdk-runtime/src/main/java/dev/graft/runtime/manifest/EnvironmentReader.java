package dev.graft.runtime.manifest;

import dev.graft.value.Suggestions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the environments of a manifest, and which of its nodes want one. */
final class EnvironmentReader {
  /** What stands in summaries and messages without quotes. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]*");

  private final Path directory;

  EnvironmentReader(Path directory) {
    this.directory = directory;
  }

  /** The environments in the order of the file. */
  List<EnvironmentSpec> environments(JsonObject python) {
    List<EnvironmentSpec> found = new ArrayList<>();
    JsonObject all = python.child("environments");
    for (String name : python.map("environments").keySet()) {
      if (!NAME.matcher(name).matches()) {
        all.problem(
            name, "is no name for an environment. Use letters, digits, \"_\", \"-\" and \".\".");
      } else if (all.get(name) instanceof Map<?, ?>) {
        environment(all.child(name), name).ifPresent(found::add);
      } else {
        all.problem(name, "must be {\"venv\": \"FOLDER\"} or {\"interpreter\": \"PROGRAM\"}.");
      }
    }
    return found;
  }

  private Optional<EnvironmentSpec> environment(JsonObject entry, String name) {
    entry.knows(List.of("venv", "interpreter"));
    Optional<Path> venv = entry.text("venv").map(directory::resolve);
    Optional<Path> program = entry.text("interpreter").map(directory::resolve);
    if (entry.has("venv") && entry.has("interpreter")) {
      entry.problem(
          "interpreter", "cannot stand beside \"venv\", which has one of its own. Keep one.");
      return Optional.empty();
    } else if (!entry.has("venv") && !entry.has("interpreter")) {
      entry.problem(
          "venv",
          "is required: the folder of a virtual environment. Or name a program"
              + " with \"interpreter\".");
    }
    return venv.<EnvironmentSpec>map(path -> new EnvironmentSpec.Venv(name, path))
        .or(() -> program.map(path -> new EnvironmentSpec.Interpreter(name, path)));
  }

  /** Reports nodes that want an environment that is not there. */
  static void check(JsonObject root, List<NodeSpec> nodes, List<String> names) {
    for (int i = 0; i < nodes.size(); i++) {
      String wanted = nodes.get(i).environment().orElse("");
      if (!wanted.isEmpty() && !names.contains(wanted)) {
        root.problem(
            "nodes[" + i + "].environment",
            "there is no environment \"%s\" in python.environments. %s"
                .formatted(wanted, Suggestions.hint(wanted, names)));
      }
    }
  }
}
