package dev.graft.compat.record;

import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.backend.ResourceLimits;
import dev.graft.runtime.catalogue.NodeImplementation;
import dev.graft.runtime.manifest.ErrorPolicy;
import dev.graft.runtime.permission.Grants;
import dev.graft.runtime.plan.PipelinePlan;
import dev.graft.runtime.plan.StagePlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** The part of a plan that feeds one node, with something else in the place of the node. */
final class TappedPlan {
  private TappedPlan() {}

  /**
   * The part.
   *
   * @param place of the node in the plan
   * @param tap what takes its items
   */
  static PipelinePlan of(PipelinePlan plan, int place, InputTap tap) {
    List<Integer> kept = new ArrayList<>(before(plan, place));
    kept.add(place); // after all that feed it, as in the plan
    List<StagePlan> stages = new ArrayList<>();
    for (int each : kept) {
      StagePlan stage = plan.stages().get(each);
      stages.add(each == place ? tapped(stage, tap) : stage);
    }
    List<PipelinePlan.Edge> edges =
        plan.edges().stream()
            .filter(edge -> kept.contains(edge.from()) && kept.contains(edge.to()))
            .map(edge -> new PipelinePlan.Edge(kept.indexOf(edge.from()), kept.indexOf(edge.to())))
            .toList();
    return new PipelinePlan(plan.name(), stages, edges);
  }

  /** All places from which something comes to a place, however far away. */
  private static SortedSet<Integer> before(PipelinePlan plan, int place) {
    SortedSet<Integer> found = new TreeSet<>();
    for (int feeder : plan.feeders(place)) {
      found.add(feeder);
      found.addAll(before(plan, feeder));
    }
    return found;
  }

  private static StagePlan tapped(StagePlan stage, InputTap tap) {
    return new StagePlan(
        stage.nodeId(),
        stage.type(),
        List.of(
            new StagePlan.Candidate(
                BackendId.JAVA, new NodeImplementation.JavaNode(tap), Map.of())),
        Grants.NONE,
        new ErrorPolicy.Fail(),
        Optional.empty(),
        Optional.empty(),
        ResourceLimits.NONE,
        stage.fanIn(),
        1,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
