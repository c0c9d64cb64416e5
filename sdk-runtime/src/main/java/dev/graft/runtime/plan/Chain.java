package dev.graft.runtime.plan;

import dev.graft.runtime.manifest.Manifest;
import dev.graft.runtime.manifest.NodeSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The order of the nodes of a manifest whose connections form one chain. */
final class Chain {
  private static final String ONLY_CHAINS = " This version runs chains: one input, one output.";

  private Chain() {}

  /** The nodes from first to last; in the order of the file if the connections are no chain. */
  static List<NodeSpec> of(Manifest manifest, List<String> problems) {
    if (manifest.connections().isEmpty()) {
      return manifest.nodes();
    }
    Map<String, String> next = new LinkedHashMap<>();
    Map<String, String> previous = new LinkedHashMap<>();
    int before = problems.size();
    for (Manifest.Connection connection : manifest.connections()) {
      String from = connection.from().node();
      String to = connection.to().node();
      if (next.put(from, to) != null) {
        problems.add("node \"" + from + "\": feeds more than one node." + ONLY_CHAINS);
      }
      if (previous.put(to, from) != null) {
        problems.add("node \"" + to + "\": is fed by more than one node." + ONLY_CHAINS);
      }
    }
    List<NodeSpec> order = walk(manifest, next, previous);
    if (problems.size() == before && order.size() < manifest.nodes().size()) {
      List<String> left =
          manifest.nodes().stream()
              .filter(node -> !order.contains(node))
              .map(node -> '"' + node.id() + '"')
              .toList();
      problems.add(
          "connections: %s cannot be reached from the first node.%s"
              .formatted(String.join(", ", left), ONLY_CHAINS));
    }
    return problems.size() == before ? order : manifest.nodes();
  }

  private static List<NodeSpec> walk(
      Manifest manifest, Map<String, String> next, Map<String, String> previous) {
    Map<String, NodeSpec> nodes = new LinkedHashMap<>();
    manifest.nodes().forEach(node -> nodes.put(node.id(), node));
    @Nullable NodeSpec node =
        manifest.nodes().stream()
            .filter(first -> !previous.containsKey(first.id()))
            .findFirst()
            .orElse(null);
    List<NodeSpec> order = new ArrayList<>();
    while (node != null) {
      order.add(node);
      String follower = next.get(node.id());
      node = follower == null ? null : nodes.get(follower);
    }
    return order;
  }
}
