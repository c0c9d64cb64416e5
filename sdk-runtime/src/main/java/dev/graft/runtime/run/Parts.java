package dev.graft.runtime.run;

import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.plan.PipelinePlan;
import java.util.ArrayList;
import java.util.List;

/**
 * What is put into lanes: a node, or, of one that is there several times, what shares out, each
 * node, and what gathers.
 *
 * @param kinds what decides about the lane of each part
 * @param edges who feeds whom
 * @param entries the part of each place of the plan that takes
 * @param exits the part of each place of the plan that emits
 * @param input the part that reads the input of the run
 */
record Parts(
    List<LanePartition.Kind> kinds,
    List<PipelinePlan.Edge> edges,
    List<Integer> entries,
    List<Integer> exits,
    int input) {

  static Parts of(PipelinePlan plan, List<List<OpenStage>> nodes) {
    Parts parts =
        new Parts(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), 0);
    parts.kinds.add(new LanePartition.Kind.Input());
    nodes.forEach(parts::add);
    for (int head : plan.heads()) {
      parts.edges.add(new PipelinePlan.Edge(parts.input, parts.entries.get(head)));
    }
    for (PipelinePlan.Edge edge : plan.edges()) {
      parts.edges.add(
          new PipelinePlan.Edge(parts.exits.get(edge.from()), parts.entries.get(edge.to())));
    }
    return parts;
  }

  int entry(int place) {
    return entries.get(place);
  }

  int exit(int place) {
    return exits.get(place);
  }

  private void add(List<OpenStage> nodes) {
    int entry = kinds.size();
    entries.add(entry);
    if (nodes.size() == 1) {
      kinds.add(kind(nodes.getFirst()));
      exits.add(entry);
      return;
    }
    // A worker takes several items at once: they gather in front of a lane of its own.
    kinds.add(
        isWorker(nodes.getFirst()) ? new LanePartition.Kind.Own() : new LanePartition.Kind.Java());
    int exit = entry + nodes.size() + 1;
    for (int part = entry + 1; part < exit; part++) {
      kinds.add(new LanePartition.Kind.Own());
      edges.add(new PipelinePlan.Edge(entry, part));
      edges.add(new PipelinePlan.Edge(part, exit));
    }
    kinds.add(new LanePartition.Kind.Java());
    exits.add(exit);
  }

  private static LanePartition.Kind kind(OpenStage node) {
    return switch (node.node().servedBy().backend()) {
      case JAVA -> new LanePartition.Kind.Java();
      case GRAALPY ->
          node.apart()
              ? new LanePartition.Kind.Own()
              : new LanePartition.Kind.Shared(node.plan().grants().inSandbox());
      case CPYTHON -> new LanePartition.Kind.Own();
    };
  }

  private static boolean isWorker(OpenStage node) {
    return node.node().servedBy().backend() == BackendId.CPYTHON;
  }
}
