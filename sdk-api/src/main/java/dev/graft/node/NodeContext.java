package dev.graft.node;

import java.time.Clock;
import java.util.random.RandomGenerator;

/** What a node may take from outside, so that a run can be repeated exactly. */
public interface NodeContext {
  /** The id of this node in its pipeline. */
  String nodeId();

  /** The time; a fixed or simulated one in tests. */
  Clock clock();

  /** The random source; seeded in tests. */
  RandomGenerator random();
}
