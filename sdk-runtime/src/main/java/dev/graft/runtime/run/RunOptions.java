package dev.graft.runtime.run;

import java.util.List;
import java.util.stream.Stream;

/**
 * How a pipeline is run, apart from what its manifest says.
 *
 * @param profile whether to measure where the time goes; costs about a tenth of a microsecond for
 *     each item and each output of each node
 * @param observers who wants to hear of the run, besides those that are found as services
 */
public record RunOptions(boolean profile, List<RunObserver> observers) {
  /** As fast as can be, and told to nobody. */
  public static final RunOptions DEFAULT = new RunOptions(false, List.of());

  public RunOptions {
    observers = List.copyOf(observers);
  }

  /** The same, with the profile if that is wanted. */
  public RunOptions withProfile(boolean wanted) {
    return new RunOptions(wanted, observers);
  }

  /** The same, with one more observer. */
  public RunOptions observedBy(RunObserver observer) {
    return new RunOptions(profile, Stream.concat(observers.stream(), Stream.of(observer)).toList());
  }
}
