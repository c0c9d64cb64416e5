package dev.graft.python.host;

import dev.graft.runtime.catalogue.NodeImplementation.PythonNode;
import dev.graft.runtime.environment.PythonEnvironment;
import dev.graft.runtime.environment.Requirement;
import java.util.stream.Collectors;

/** What a result says of the environment that it was made in. */
final class EnvironmentText {
  private EnvironmentText() {}

  /** Its name, and what it has of that the node may need: {@code ml (torch 2.1.0)}. */
  static String of(PythonEnvironment environment, PythonNode node) {
    String packages =
        node.descriptor().implementation().allPackages().stream()
            .map(Requirement::of)
            .filter(need -> need.unmetIn(environment).isEmpty())
            .map(need -> need.name() + need.versionIn(environment).map(v -> " " + v).orElse(""))
            .collect(Collectors.joining(", "));
    return environment.name() + (packages.isEmpty() ? "" : " (" + packages + ")");
  }
}
