package dev.graft.runtime.run;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How a pipeline is run, apart from what its manifest says.
 *
 * @param profile whether to measure where the time goes; costs about a tenth of a microsecond for
 *     each item and each output of each node
 * @param observers who wants to hear of the run, besides those that are found as services
 * @param handles what nodes are given to talk to this program, by their ids
 */
public record RunOptions(
    boolean profile, List<RunObserver> observers, Map<String, Object> handles) {
  /** As fast as can be, told to nobody, and with nothing for nodes. */
  public static final RunOptions DEFAULT = new RunOptions(false, List.of(), Map.of());

  public RunOptions {
    observers = List.copyOf(observers);
    handles = Collections.unmodifiableMap(new LinkedHashMap<>(handles));
  }

  /** The same, with the profile if that is wanted. */
  public RunOptions withProfile(boolean wanted) {
    return new RunOptions(wanted, observers, handles);
  }

  /** The same, with one more observer. */
  public RunOptions observedBy(RunObserver observer) {
    List<RunObserver> more = Stream.concat(observers.stream(), Stream.of(observer)).toList();
    return new RunOptions(profile, more, handles);
  }

  /** The same, with something for one more node. */
  public RunOptions with(String nodeId, Object handle) {
    Map<String, Object> more = new LinkedHashMap<>(handles);
    more.put(nodeId, handle);
    return new RunOptions(profile, observers, more);
  }
}
