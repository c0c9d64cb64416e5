package dev.graft.runtime.plan;

import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.catalogue.NodeImplementation;
import dev.graft.runtime.environment.PythonEnvironment;
import dev.graft.runtime.environment.Requirement;
import dev.graft.runtime.manifest.NodeSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a node that names a Python environment must respect, and what it needs of it. */
final class EnvironmentNeeds {
  private EnvironmentNeeds() {}

  /**
   * What is wrong with the choice of backends. Only workers run in environments; one that could
   * never be used would be ignored in silence.
   */
  static Optional<String> conflict(NodeSpec node) {
    String name = node.environment().orElse("");
    if (name.isEmpty()) {
      return Optional.empty();
    }
    Optional<BackendId> other = node.backend().filter(id -> id != BackendId.CPYTHON);
    if (other.isPresent()) {
      return Optional.of(
          "environment: \"%s\" is a CPython, and this node insists on %s. Remove one of the two."
              .formatted(name, other.get()));
    } else if (!node.prefer().isEmpty() && !node.prefer().contains(BackendId.CPYTHON)) {
      return Optional.of(
          "environment: \"%s\" is a CPython, and \"prefer\" leaves out cpython. Add it, or remove one of the two."
              .formatted(name));
    }
    return Optional.empty();
  }

  /** The packages that a node needs and its environment does not have, one line for each. */
  static List<String> missing(NodeImplementation node, PythonEnvironment environment) {
    List<String> problems = new ArrayList<>();
    for (String text : node.descriptor().implementation().packages()) {
      Requirement need = Requirement.of(text);
      need.unmetIn(environment)
          .ifPresent(
              fact ->
                  problems.add(
                      ("environment: needs %s, but %s %s. Install it there, or choose another"
                              + " environment.")
                          .formatted(need.text(), environment, fact)));
    }
    return problems;
  }
}
