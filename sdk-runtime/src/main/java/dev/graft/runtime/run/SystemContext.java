package dev.graft.runtime.run;

import dev.graft.node.NodeContext;
import java.time.Clock;
import java.util.random.RandomGenerator;

/**
 * The context of an ordinary run.
 *
 * @param nodeId the id in the manifest
 * @param clock the time in UTC
 * @param random a random source of this node's own
 */
public record SystemContext(String nodeId, Clock clock, RandomGenerator random)
    implements NodeContext {
  /** A context with the machine's clock and a fresh random source. */
  public static SystemContext of(String nodeId) {
    return new SystemContext(nodeId, Clock.systemUTC(), RandomGenerator.getDefault());
  }
}
