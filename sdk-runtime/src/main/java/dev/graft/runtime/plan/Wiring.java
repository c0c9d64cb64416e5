package dev.graft.runtime.plan;

import dev.graft.runtime.manifest.Manifest;
import dev.graft.runtime.manifest.NodeSpec;
import dev.graft.runtime.manifest.Place;
import dev.graft.runtime.manifest.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who feeds whom.
 *
 * @param order the nodes, each after those that feed it, else in the order of the file
 * @param connections the connections, in the order of the file
 */
record Wiring(List<NodeSpec> order, List<Manifest.Connection> connections) {
  Wiring {
    order = List.copyOf(order);
    connections = List.copyOf(connections);
  }

  /** The wiring of a manifest; what is wrong with it is added to the problems. */
  static Wiring of(Manifest manifest, List<Problem> problems) {
    if (manifest.connections().isEmpty()) {
      return chain(manifest.nodes());
    }
    int before = problems.size();
    checkDoubles(manifest.connections(), problems);
    checkLoose(manifest, problems);
    List<NodeSpec> order = sort(manifest);
    if (order.size() < manifest.nodes().size()) {
      problems.add(cycle(manifest, order));
    }
    return new Wiring(problems.size() == before ? order : manifest.nodes(), manifest.connections());
  }

  private static Wiring chain(List<NodeSpec> nodes) {
    List<Manifest.Connection> connections = new ArrayList<>();
    for (int i = 1; i < nodes.size(); i++) {
      connections.add(
          new Manifest.Connection(
              Manifest.PortRef.out(nodes.get(i - 1).id()), Manifest.PortRef.in(nodes.get(i).id())));
    }
    return new Wiring(nodes, connections);
  }

  private static void checkDoubles(List<Manifest.Connection> connections, List<Problem> problems) {
    Set<Manifest.Connection> seen = new HashSet<>();
    for (int i = 0; i < connections.size(); i++) {
      if (!seen.add(connections.get(i))) {
        problems.add(
            Problem.of(
                Place.of("connections[" + i + "]"),
                "%s is connected to %s already. Remove one of the two."
                    .formatted(
                        quote(connections.get(i).from().node()),
                        quote(connections.get(i).to().node()))));
      }
    }
  }

  private static void checkLoose(Manifest manifest, List<Problem> problems) {
    Set<String> connected = new HashSet<>();
    for (Manifest.Connection connection : manifest.connections()) {
      connected.add(connection.from().node());
      connected.add(connection.to().node());
    }
    for (int i = 0; i < manifest.nodes().size(); i++) {
      String id = manifest.nodes().get(i).id();
      if (!connected.contains(id)) {
        problems.add(
            Problem.of(Place.node(i, id), "is in no connection. Connect it, or remove it."));
      }
    }
  }

  private static List<NodeSpec> sort(Manifest manifest) {
    Map<String, Integer> feeders = new HashMap<>();
    manifest.connections().forEach(c -> feeders.merge(c.to().node(), 1, Integer::sum));
    List<NodeSpec> left = new ArrayList<>(manifest.nodes());
    List<NodeSpec> order = new ArrayList<>();
    while (true) {
      NodeSpec next =
          left.stream()
              .filter(node -> feeders.getOrDefault(node.id(), 0) == 0)
              .findFirst()
              .orElse(null);
      if (next == null) {
        return order;
      }
      left.remove(next);
      order.add(next);
      for (Manifest.Connection connection : manifest.connections()) {
        if (connection.from().node().equals(next.id())) {
          feeders.merge(connection.to().node(), -1, Integer::sum);
        }
      }
    }
  }

  /** Going backwards from a node that could not be sorted leads into a cycle sooner or later. */
  private static Problem cycle(Manifest manifest, List<NodeSpec> sorted) {
    Set<String> done = new HashSet<>();
    sorted.forEach(node -> done.add(node.id()));
    String at =
        manifest.nodes().stream()
            .map(NodeSpec::id)
            .filter(id -> !done.contains(id))
            .findFirst()
            .orElseThrow();
    Set<String> path = new LinkedHashSet<>();
    while (path.add(at)) {
      String to = at;
      at =
          manifest.connections().stream()
              .filter(c -> c.to().node().equals(to) && !done.contains(c.from().node()))
              .map(c -> c.from().node())
              .findFirst()
              .orElseThrow();
    }
    List<String> backwards = new ArrayList<>(path);
    List<String> round = new ArrayList<>(backwards.subList(backwards.indexOf(at), path.size()));
    round.add(at);
    return Problem.of(
        Place.of("connections"),
        "%s is a cycle, and an item would never leave it. Remove one of these connections."
            .formatted(String.join(" → ", round.reversed().stream().map(Wiring::quote).toList())));
  }

  private static String quote(String id) {
    return '"' + id + '"';
  }
}
