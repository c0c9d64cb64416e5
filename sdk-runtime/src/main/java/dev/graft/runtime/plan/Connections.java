package dev.graft.runtime.plan;

import dev.graft.descriptor.NodeContract;
import dev.graft.descriptor.PortDescriptor;
import dev.graft.runtime.manifest.FanIn;
import dev.graft.runtime.manifest.Manifest;
import dev.graft.runtime.manifest.NodeSpec;
import dev.graft.runtime.manifest.Place;
import dev.graft.runtime.manifest.Problem;
import dev.graft.value.Suggestions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Checks connections against the ports that nodes have, and makes edges of them. */
final class Connections {
  private final Manifest manifest;
  private final Wiring wiring;
  private final List<StagePlan> stages;
  private final List<Problem> problems;

  private Connections(
      Manifest manifest, Wiring wiring, List<StagePlan> stages, List<Problem> problems) {
    this.manifest = manifest;
    this.wiring = wiring;
    this.stages = stages;
    this.problems = problems;
  }

  /**
   * The edges.
   *
   * @param stages the plans of all nodes, in the order of the wiring
   */
  static List<PipelinePlan.Edge> of(
      Manifest manifest, Wiring wiring, List<StagePlan> stages, List<Problem> problems) {
    Connections connections = new Connections(manifest, wiring, stages, problems);
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
      problems.add(misplaced(stage, connection, "has no output.", "Put it last."));
      return;
    }
    checkPort(contract.outputs(), ref, "connections[" + connection + "].from", "output");
  }

  private void checkInput(StagePlan stage, Manifest.PortRef ref, int connection) {
    if (stage.isSource()) {
      problems.add(
          misplaced(stage, connection, "is a source and takes no input.", "Put it first."));
      return;
    }
    checkPort(stage.contract().inputs(), ref, "connections[" + connection + "].to", "input");
  }

  /** Where the connection was not written the order of the nodes made it. */
  private Problem misplaced(StagePlan stage, int connection, String fact, String cure) {
    Place node = place(stage);
    return manifest.connections().isEmpty()
        ? Problem.of(node, fact + " " + cure)
        : Problem.of(node, fact + " Remove connections[" + connection + "].");
  }

  private Place place(StagePlan stage) {
    List<String> ids = manifest.nodes().stream().map(NodeSpec::id).toList();
    return Place.node(ids.indexOf(stage.nodeId()), stage.nodeId());
  }

  private void checkPort(
      List<PortDescriptor> ports, Manifest.PortRef ref, String where, String kind) {
    List<String> names = ports.stream().map(PortDescriptor::name).toList();
    boolean meansTheOnlyOne = ref.isDefault() && names.size() == 1;
    if (!meansTheOnlyOne && !names.contains(ref.port())) {
      problems.add(
          Problem.of(
              Place.of(where),
              "node \"%s\" has no %s \"%s\". %s"
                  .formatted(ref.node(), kind, ref.port(), Suggestions.hint(ref.port(), names))));
    }
  }

  private void checkZips(List<PipelinePlan.Edge> edges) {
    for (int i = 0; i < stages.size(); i++) {
      int place = i;
      long feeders = edges.stream().filter(edge -> edge.to() == place).count();
      if (stages.get(i).fanIn() == FanIn.ZIP && feeders < 2) {
        problems.add(
            Problem.of(
                place(stages.get(i)).at("fan_in"),
                "\"zip\" needs at least two connections to the node, and there %s. Connect them, or remove it."
                    .formatted(feeders == 1 ? "is one" : "are none")));
      }
    }
  }
}
