package dev.graft.runtime.run;

import java.time.Duration;
import java.util.List;

/**
 * Where the time of a run went.
 *
 * @param nodes the nodes, in the order of the stream
 * @param opening how long it took until all nodes were open: backends and interpreters start then
 * @param reading how long the run waited for its input
 * @param writing how long whoever takes the outputs of the run took
 */
public record RunProfile(
    List<NodeProfile> nodes, Duration opening, Duration reading, Duration writing) {
  public RunProfile {
    nodes = List.copyOf(nodes);
  }

  /** How long all nodes worked together; some of it may have been at the same time. */
  public Duration busy() {
    return nodes.stream().map(NodeProfile::busy).reduce(Duration.ZERO, Duration::plus);
  }
}
