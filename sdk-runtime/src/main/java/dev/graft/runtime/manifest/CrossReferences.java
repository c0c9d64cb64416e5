package dev.graft.runtime.manifest;

import dev.graft.runtime.form.PlacedForm.Placed;
import dev.graft.runtime.form.Reading;
import dev.graft.value.Suggestions;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Names that must be the same in two places of a manifest, or must not. */
final class CrossReferences {
  private final List<Placed<NodeSpec>> nodes;
  private final List<String> ids;
  private final Reading reading;

  private CrossReferences(List<Placed<NodeSpec>> nodes, Reading reading) {
    this.nodes = nodes;
    this.ids =
        nodes.stream()
            .map(node -> node.value().id())
            .filter(id -> !id.isEmpty())
            .distinct()
            .toList();
    this.reading = reading;
  }

  static void check(
      List<Placed<NodeSpec>> nodes,
      List<Placed<Manifest.Connection>> connections,
      PythonSpec python,
      Reading reading) {
    CrossReferences references = new CrossReferences(nodes, reading);
    references.ids();
    references.environments(python.environments().stream().map(EnvironmentSpec::name).toList());
    for (Placed<Manifest.Connection> connection : connections) {
      references.node(connection.value().from(), connection.path() + ".from");
      references.node(connection.value().to(), connection.path() + ".to");
    }
  }

  private void ids() {
    Set<String> seen = new HashSet<>();
    for (Placed<NodeSpec> node : nodes) {
      String id = node.value().id();
      if (!id.isEmpty() && !seen.add(id)) {
        reading.found(node.path() + ".id", "\"" + id + "\" is taken. Give each node its own id.");
      }
    }
  }

  private void environments(List<String> names) {
    for (Placed<NodeSpec> node : nodes) {
      String wanted = node.value().environment().orElse("");
      if (!wanted.isEmpty() && !names.contains(wanted)) {
        reading.found(
            node.path() + ".environment",
            "there is no environment \"%s\" in python.environments. %s"
                .formatted(wanted, Suggestions.hint(wanted, names)));
      }
    }
  }

  private void node(Manifest.PortRef port, String path) {
    if (!port.node().isEmpty() && !ids.contains(port.node())) {
      reading.found(
          path,
          "there is no node \"%s\". %s".formatted(port.node(), Suggestions.hint(port.node(), ids)));
    }
  }
}
