package dev.graft.runtime.run;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How a pipeline is run, apart from what its manifest says.
 *
 * @param profile whether to measure where the time goes; costs about a tenth of a microsecond for
 *     each item and each output of each node
 * @param handles what nodes are given to talk to this program, by their ids
 */
public record RunOptions(boolean profile, Map<String, Object> handles) {
  /** As fast as can be. */
  public static final RunOptions DEFAULT = new RunOptions(false);

  public RunOptions {
    handles = Collections.unmodifiableMap(new LinkedHashMap<>(handles));
  }

  /** Options for nodes that are given nothing. */
  public RunOptions(boolean profile) {
    this(profile, Map.of());
  }

  /** The same with something for one more node. */
  public RunOptions with(String nodeId, Object handle) {
    Map<String, Object> more = new LinkedHashMap<>(handles);
    more.put(nodeId, handle);
    return new RunOptions(profile, more);
  }
}
