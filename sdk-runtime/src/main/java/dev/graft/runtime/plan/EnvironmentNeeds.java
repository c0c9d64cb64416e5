package dev.graft.runtime.plan;

import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.catalogue.NodeImplementation;
import dev.graft.runtime.catalogue.Payload;
import dev.graft.runtime.environment.PythonEnvironment;
import dev.graft.runtime.environment.Requirement;
import dev.graft.runtime.manifest.NodeSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
          "\"%s\" is a CPython, and this node insists on %s. Remove one of the two."
              .formatted(name, other.get()));
    } else if (!node.prefer().isEmpty() && !node.prefer().contains(BackendId.CPYTHON)) {
      return Optional.of(
          "\"%s\" is a CPython, and \"prefer\" leaves out cpython. Add it, or remove one of the two."
              .formatted(name));
    }
    return Optional.empty();
  }

  /**
   * What is wrong with the choice of backends of a pickle: no other Python can run it, and none
   * looks into it that is not to run it.
   */
  static Optional<String> conflict(NodeSpec node, Payload payload) {
    return Stream.concat(node.backend().stream(), node.prefer().stream())
        .filter(id -> id != BackendId.CPYTHON)
        .findFirst()
        .map(
            id ->
                "is the payload %s, which runs on cpython only, not on %s. Name \"cpython\", or nothing."
                    .formatted(payload.file(), id));
  }

  /** What keeps a pickle from running in an environment, from its header alone. */
  static Optional<String> mismatch(Payload payload, PythonEnvironment environment) {
    return payload.runtime().equals(environment.cacheTag())
        ? Optional.empty()
        : Optional.of(
            ("payload %s was made by %s (Python %s), but %s is %s: bytecode does not cross versions of Python."
                    + " Choose an environment of that version, or make the payload anew.")
                .formatted(
                    payload.file(),
                    payload.runtime(),
                    payload.python(),
                    environment,
                    environment.cacheTag()));
  }

  /** The packages that a node needs and its environment does not have, one line for each. */
  static List<String> missing(
      NodeSpec spec, NodeImplementation node, PythonEnvironment environment) {
    List<String> problems = new ArrayList<>();
    for (String text : node.descriptor().implementation().packagesFor(spec.params())) {
      Requirement need = Requirement.of(text);
      need.unmetIn(environment)
          .ifPresent(
              fact ->
                  problems.add(
                      ("needs %s, but %s %s. Install it there, or choose another" + " environment.")
                          .formatted(need.text(), environment, fact)));
    }
    return problems;
  }
}
