package dev.graft.cli.graph;

import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.manifest.FanIn;
import dev.graft.runtime.manifest.Manifest;
import dev.graft.runtime.plan.PipelinePlan;
import dev.graft.runtime.plan.StagePlan;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a picture of a pipeline shows.
 *
 * @param name the pipeline's name
 * @param boxes its nodes, each after those that feed it
 * @param arrows who feeds whom
 * @param heads the places of the boxes that take the input of the run
 * @param tails the places of the boxes whose outputs are the outputs of the run
 */
public record PipelineGraph(
    String name, List<Box> boxes, List<Arrow> arrows, List<Integer> heads, List<Integer> tails) {
  public PipelineGraph {
    boxes = List.copyOf(boxes);
    arrows = List.copyOf(arrows);
    heads = List.copyOf(heads);
    tails = List.copyOf(tails);
  }

  /**
   * A node.
   *
   * @param id its id
   * @param type its catalogue id
   * @param backends where it can run, best first
   * @param parallelism how many of it work side by side
   */
  public record Box(String id, String type, List<BackendId> backends, int parallelism) {
    public Box {
      backends = List.copyOf(backends);
    }

    /** The type, and how many there are if there are several. */
    String typeText() {
      return parallelism > 1 ? type + " × " + parallelism : type;
    }

    /** Where it runs, in words. */
    String backendsText() {
      return String.join(", else ", backends.stream().map(BackendId::text).toList());
    }
  }

  /**
   * A connection.
   *
   * @param from the place of the box that emits
   * @param to the place of the box that takes
   * @param label the ports that are named, and how several connections are taken; may be empty
   */
  public record Arrow(int from, int to, String label) {}

  /** The graph of a manifest and its plan. */
  public static PipelineGraph of(Manifest manifest, PipelinePlan plan) {
    List<StagePlan> stages = plan.stages();
    List<Arrow> arrows = new ArrayList<>();
    for (int i = 0; i < plan.edges().size(); i++) {
      PipelinePlan.Edge edge = plan.edges().get(i);
      String ports = manifest.connections().isEmpty() ? "" : ports(manifest.connections().get(i));
      boolean isPaired = stages.get(edge.to()).fanIn() == FanIn.ZIP;
      String label = isPaired ? (ports.isEmpty() ? "zip" : ports + ", zip") : ports;
      arrows.add(new Arrow(edge.from(), edge.to(), label));
    }
    return new PipelineGraph(
        plan.name(),
        stages.stream().map(PipelineGraph::box).toList(),
        arrows,
        plan.heads(),
        IntStream.range(0, stages.size())
            .filter(i -> plan.fedBy(i).isEmpty() && !stages.get(i).contract().outputs().isEmpty())
            .boxed()
            .toList());
  }

  private static Box box(StagePlan stage) {
    return new Box(
        stage.nodeId(),
        stage.type(),
        stage.reachable().stream().map(StagePlan.Candidate::backend).toList(),
        stage.parallelism());
  }

  private static String ports(Manifest.Connection connection) {
    String from = connection.from().isDefault() ? "" : connection.from().port();
    String to = connection.to().isDefault() ? "" : connection.to().port();
    return from.isEmpty() && to.isEmpty() ? "" : (from + " → " + to).strip();
  }
}
