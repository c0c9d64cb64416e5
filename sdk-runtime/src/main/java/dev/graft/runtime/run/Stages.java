package dev.graft.runtime.run;

import dev.graft.node.Emitter;
import dev.graft.runtime.backend.HostedChain;
import dev.graft.runtime.backend.HostedNode;
import dev.graft.runtime.manifest.ErrorPolicy;
import dev.graft.runtime.recovery.RecoveringNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Connects open nodes. Neighbours that live in one interpreter become one stage where they can, so
 * that values between them cross no border.
 */
final class Stages {
  private Stages() {}

  /**
   * The stages, in the order of the stream.
   *
   * @param end what takes the outputs of the last one
   */
  static List<Stage> connect(List<OpenStage> nodes, RunState state, Emitter<@Nullable Object> end) {
    List<Stage> stages = new ArrayList<>();
    Emitter<@Nullable Object> next = end;
    int to = nodes.size();
    while (to > 0) {
      int from = startOfNeighbours(nodes, to);
      List<OpenStage> neighbours = List.copyOf(nodes.subList(from, to));
      Optional<HostedChain> chain = join(neighbours);
      Stage stage;
      if (chain.isPresent()) {
        stage = new ChainStage(neighbours, chain.get(), state, next);
        to = from;
      } else {
        to--;
        stage = new NodeStage(nodes.get(to), state, next);
      }
      stages.addFirst(stage);
      next = stage::take;
    }
    return stages;
  }

  private static int startOfNeighbours(List<OpenStage> nodes, int to) {
    OpenStage last = nodes.get(to - 1);
    int from = to - 1;
    while (from > 0 && mayBeJoined(last) && isNeighbour(nodes.get(from - 1), last)) {
      from--;
    }
    return from;
  }

  /** Nodes of other rights live elsewhere, and must not keep those of equal rights apart. */
  private static boolean isNeighbour(OpenStage node, OpenStage last) {
    return node.session().equals(last.session())
        && node.plan().grants().inSandbox().equals(last.plan().grants().inSandbox())
        && mayBeJoined(node);
  }

  /**
   * An item for the dead letters must be seen by the runtime, and so must those of a node that may
   * have to be done again elsewhere.
   */
  private static boolean mayBeJoined(OpenStage node) {
    return !node.apart()
        && !(node.plan().onError() instanceof ErrorPolicy.DeadLetter)
        && !(node.node() instanceof RecoveringNode);
  }

  private static Optional<HostedChain> join(List<OpenStage> neighbours) {
    if (neighbours.size() == 1) {
      return Optional.empty();
    }
    List<HostedNode> nodes = neighbours.stream().map(OpenStage::node).toList();
    return neighbours.getFirst().session().join(nodes);
  }
}
