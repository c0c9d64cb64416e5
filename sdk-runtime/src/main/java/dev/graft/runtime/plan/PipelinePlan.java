package dev.graft.runtime.plan;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A pipeline that is ready to be opened: nodes, and who feeds whom.
 *
 * @param name the pipeline's name
 * @param stages the nodes, each after those that feed it; at least one
 * @param edges the connections, in the order of the manifest
 */
public record PipelinePlan(String name, List<StagePlan> stages, List<Edge> edges) {
  public PipelinePlan {
    stages = List.copyOf(stages);
    edges = List.copyOf(edges);
  }

  /**
   * A connection: what one node emits, another one takes.
   *
   * @param from the place of the first in {@link #stages}
   * @param to the place of the second
   */
  public record Edge(int from, int to) {}

  /** Whether the pipeline brings all of its input. */
  public boolean hasSource() {
    return heads().isEmpty();
  }

  /** The places of the nodes that take the input of the run. */
  public List<Integer> heads() {
    return IntStream.range(0, stages.size())
        .filter(i -> !stages.get(i).isSource() && edges.stream().noneMatch(edge -> edge.to() == i))
        .boxed()
        .toList();
  }

  /** The places that a node feeds, in the order of the manifest. */
  public List<Integer> fedBy(int from) {
    return edges.stream().filter(edge -> edge.from() == from).map(Edge::to).toList();
  }

  /** The places that feed a node, in the order of the manifest. */
  public List<Integer> feeders(int to) {
    return edges.stream().filter(edge -> edge.to() == to).map(Edge::from).toList();
  }
}
