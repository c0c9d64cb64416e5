package dev.graft.runtime.run;

import dev.graft.node.ErrorKind;
import dev.graft.node.NodeException;
import dev.graft.runtime.plan.PipelinePlan;
import dev.graft.runtime.plan.StagePlan;
import dev.graft.value.Suggestions;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a program gave to the nodes of a run. Used by one thread, while the nodes are opened. */
final class Handles {
  private final Map<String, Object> given;
  private final Set<String> taken = new HashSet<>();

  private Handles(Map<String, Object> given) {
    this.given = given;
  }

  /**
   * The handles of some options.
   *
   * @throws RunFailedException if one is for a node that is not there
   */
  static Handles of(RunOptions options, PipelinePlan plan) throws RunFailedException {
    List<String> ids = plan.stages().stream().map(StagePlan::nodeId).toList();
    for (String id : options.handles().keySet()) {
      if (!ids.contains(id)) {
        throw new RunFailedException(
            "there is no node \"%s\" to give a handle to. %s"
                .formatted(id, Suggestions.hint(id, ids)),
            null);
      }
    }
    return new Handles(options.handles());
  }

  /** What is for a node, if anything is. */
  <H> Optional<H> take(String nodeId, Class<H> type) {
    Object handle = given.get(nodeId);
    if (handle == null) {
      return Optional.empty();
    }
    taken.add(nodeId);
    if (!type.isInstance(handle)) {
      throw new NodeException(
          ErrorKind.TYPE,
          "it takes a %s, and was given a %s"
              .formatted(type.getSimpleName(), handle.getClass().getSimpleName()));
    }
    return Optional.of(type.cast(handle));
  }

  /**
   * To be called when all nodes are open.
   *
   * @throws RunFailedException if a node did not ask for what it was given
   */
  void checkAllTaken() throws RunFailedException {
    for (String id : given.keySet()) {
      if (!taken.contains(id)) {
        throw new RunFailedException(
            "node \"%s\" takes no handle, but was given a %s. Remove it."
                .formatted(id, given.getOrDefault(id, id).getClass().getSimpleName()),
            null);
      }
    }
  }
}
