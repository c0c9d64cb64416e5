package dev.graft.runtime.run;

import dev.graft.runtime.backend.BackendId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Where the time of one node went, or that of several which one interpreter ran as a whole. Times
 * are those of the clock on the wall: on a busy machine they are longer than the work.
 *
 * @param nodeIds the node, or the nodes in the order of the stream
 * @param backend who ran them
 * @param calls how often they were called with an item, or with a batch of items
 * @param busy how long they worked, without those who took their outputs
 * @param own how long the code of each node itself ran; nothing where that is not known: of Java
 *     nodes, which convert what they take and give in the same code, of nodes that lost their host,
 *     and after a run that was cancelled
 * @param median half of the calls took at most so long, within a hundredth
 * @param p99 all calls but one in a hundred took at most so long, within a hundredth
 * @param starved how long the thread that serves them had nothing to do
 * @param heldUp how long it waited for others to take its outputs
 */
public record NodeProfile(
    List<String> nodeIds,
    BackendId backend,
    long calls,
    Duration busy,
    List<Duration> own,
    Duration median,
    Duration p99,
    Duration starved,
    Duration heldUp) {
  public NodeProfile {
    nodeIds = List.copyOf(nodeIds);
    own = List.copyOf(own);
  }

  /**
   * How long it took to convert what the nodes took and gave, and to carry it to Python and back:
   * all of {@link #busy} that was not their own. A worker may go on while its outputs are taken; of
   * that nothing is counted here.
   */
  public Optional<Duration> conversion() {
    return own.stream().reduce(Duration::plus).map(busy::minus).map(NodeProfile::atLeastNone);
  }

  private static Duration atLeastNone(Duration time) {
    return time.isNegative() ? Duration.ZERO : time;
  }
}
