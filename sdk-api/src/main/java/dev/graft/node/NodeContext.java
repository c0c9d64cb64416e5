package dev.graft.node;

import java.time.Clock;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** What a node may take from outside, so that a run can be repeated exactly. */
public interface NodeContext {
  /** The id of this node in its pipeline. */
  String nodeId();

  /** The time; a fixed or simulated one in tests. */
  Clock clock();

  /** The random source; seeded in tests. */
  RandomGenerator random();

  /**
   * What the program that runs the pipeline gave to this node, to talk to it while it runs: a queue
   * that it fills, a place where outputs are kept. To be asked for when the node is opened.
   *
   * @param type the class of what the node takes
   * @return empty if the program gave nothing
   * @throws NodeException kind TYPE if it gave something else
   */
  default <H> Optional<H> handle(Class<H> type) {
    return Optional.empty();
  }

  /**
   * Has something done as soon as the run ends before the end of its input, because it was
   * cancelled or failed elsewhere; at once if it has already. A node that waits for somebody else
   * stops waiting then. Done once, by any thread.
   */
  default void onStop(Runnable wake) {}
}
