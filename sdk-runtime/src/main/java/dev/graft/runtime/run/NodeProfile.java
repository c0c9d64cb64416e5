package dev.graft.runtime.run;

import dev.graft.runtime.backend.BackendId;
import java.time.Duration;
import java.util.List;

/**
 * Where the time of one node went, or that of several which one interpreter ran as a whole. Times
 * are those of the clock on the wall: on a busy machine they are longer than the work.
 *
 * @param nodeIds the node, or the nodes in the order of the stream
 * @param backend who ran them
 * @param calls how often they were called with an item, or with a batch of items
 * @param busy how long they worked, without those who took their outputs
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
    Duration median,
    Duration p99,
    Duration starved,
    Duration heldUp) {
  public NodeProfile {
    nodeIds = List.copyOf(nodeIds);
  }
}
