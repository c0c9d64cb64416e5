package dev.graft.runtime.plan;

import dev.graft.descriptor.NodeContract;
import dev.graft.descriptor.PortDescriptor;
import dev.graft.runtime.manifest.FanIn;
import dev.graft.runtime.manifest.Manifest;
import dev.graft.value.Suggestions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Checks connections against the ports that nodes have, and makes edges of them. */
final class Connections {
  private final Wiring wiring;
  private final List<StagePlan> stages;
  private final boolean given;
  private final List<String> problems;

  private Connections(Wiring wiring, List<StagePlan> stages, boolean given, List<String> problems) {
    this.wiring = wiring;
    this.stages = stages;
    this.given = given;
    this.problems = problems;
  }

  /**
   * The edges.
   *
   * @param stages the plans of all nodes, in the order of the wiring
   */
  static List<PipelinePlan.Edge> of(
      Manifest manifest, Wiring wiring, List<StagePlan> stages, List<String> problems) {
    Connections connections =
        new Connections(wiring, stages, !manifest.connections().isEmpty(), problems);
    List<PipelinePlan.Edge> edges = connections.edges();
    connections.checkZips(edges);
    return edges;
  }

  private List<PipelinePlan.Edge> edges() {
    Map<String, Integer> places = new HashMap<>();
    stages.forEach(stage -> places.put(stage.nodeId(), places.size()));
    List<PipelinePlan.Edge> edges = new ArrayList<>();
    for (int i = 0; i < wiring.connections().size(); i++) {
      Manifest.Connection connection = wiring.connections().get(i);
      int from = places.getOrDefault(connection.from().node(), -1);
      int to = places.getOrDefault(connection.to().node(), -1);
      checkOutput(stages.get(from), connection.from(), i);
      checkInput(stages.get(to), connection.to(), i);
      edges.add(new PipelinePlan.Edge(from, to));
    }
    return edges;
  }

  private void checkOutput(StagePlan stage, Manifest.PortRef ref, int connection) {
    NodeContract contract = stage.contract();
    if (contract.outputs().isEmpty()) {
      problems.add(
          "node \"%s\": has no output. %s"
              .formatted(
                  stage.nodeId(),
                  given ? "Remove connections[" + connection + "]." : "Put it last."));
      return;
    }
    checkPort(contract.outputs(), ref, "connections[" + connection + "].from", "output");
  }

  private void checkInput(StagePlan stage, Manifest.PortRef ref, int connection) {
    if (stage.isSource()) {
      problems.add(
          "node \"%s\": is a source and takes no input. %s"
              .formatted(
                  stage.nodeId(),
                  given ? "Remove connections[" + connection + "]." : "Put it first."));
      return;
    }
    checkPort(stage.contract().inputs(), ref, "connections[" + connection + "].to", "input");
  }

  private void checkPort(
      List<PortDescriptor> ports, Manifest.PortRef ref, String where, String kind) {
    List<String> names = ports.stream().map(PortDescriptor::name).toList();
    boolean meansTheOnlyOne = ref.isDefault() && names.size() == 1;
    if (!meansTheOnlyOne && !names.contains(ref.port())) {
      problems.add(
          "%s: node \"%s\" has no %s \"%s\". %s"
              .formatted(where, ref.node(), kind, ref.port(), Suggestions.hint(ref.port(), names)));
    }
  }

  private void checkZips(List<PipelinePlan.Edge> edges) {
    for (int i = 0; i < stages.size(); i++) {
      int place = i;
      long feeders = edges.stream().filter(edge -> edge.to() == place).count();
      if (stages.get(i).fanIn() == FanIn.ZIP && feeders < 2) {
        problems.add(
            "node \"%s\": fan_in: \"zip\" needs at least two connections to the node, and there %s. Connect them, or remove it."
                .formatted(stages.get(i).nodeId(), feeders == 1 ? "is one" : "are none"));
      }
    }
  }
}
