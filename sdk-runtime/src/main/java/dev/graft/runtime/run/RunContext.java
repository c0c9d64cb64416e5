package dev.graft.runtime.run;

import dev.graft.node.NodeContext;
import java.time.Clock;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The context of a node in a pipeline.
 *
 * @param system clock, random source and id
 * @param givenTo the node in the manifest, of which this may be one of several
 * @param handles what the program gave to nodes
 * @param state of the run
 */
record RunContext(NodeContext system, String givenTo, Handles handles, RunState state)
    implements NodeContext {
  @Override
  public String nodeId() {
    return system.nodeId();
  }

  @Override
  public Clock clock() {
    return system.clock();
  }

  @Override
  public RandomGenerator random() {
    return system.random();
  }

  @Override
  public <H> Optional<H> handle(Class<H> type) {
    return handles.take(givenTo, type);
  }

  @Override
  public void onStop(Runnable wake) {
    state.onStop(wake);
  }
}
