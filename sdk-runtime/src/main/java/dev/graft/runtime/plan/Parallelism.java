package dev.graft.runtime.plan;

import dev.graft.descriptor.StateDescriptor;
import dev.graft.runtime.backend.Streaming;
import dev.graft.runtime.manifest.FanIn;
import dev.graft.runtime.manifest.NodeSpec;
import java.util.List;
import java.util.Optional;

/** Which nodes can work side by side: those that keep no state, or one for each session key. */
final class Parallelism {
  private Parallelism() {}

  /** What stands in the way, with its cure. */
  static Optional<String> problem(NodeSpec node, List<StagePlan.Candidate> candidates) {
    if (node.parallelism() == 1 || candidates.isEmpty()) {
      return Optional.empty();
    }
    for (StagePlan.Candidate candidate : candidates) {
      var descriptor = candidate.node().descriptor();
      if (descriptor.contract().isSource()) {
        return Optional.of("a source has nothing to share out. Remove it.");
      }
      if (descriptor.contract().state().scope() == StateDescriptor.Scope.INSTANCE) {
        return Optional.of(
            descriptor.implementation().strict()
                ? "the node has one state for all items. Remove it."
                : "\"%s\" does not say what state it keeps, so it must see all items. Declare it with @graft.node(state=…), or remove it."
                    .formatted(node.type()));
      }
    }
    if (node.streaming().equals(Optional.of(Streaming.WHOLE))) {
      return Optional.of("a node that takes the whole stream must see all items. Remove it.");
    }
    return node.fanIn() == FanIn.ZIP
        ? Optional.of("cannot stand beside \"fan_in\": \"zip\". Keep one of them.")
        : Optional.empty();
  }
}
