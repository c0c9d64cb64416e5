package dev.graft.runtime.run;

/**
 * How a pipeline is run, apart from what its manifest says.
 *
 * @param profile whether to measure where the time goes; costs about a tenth of a microsecond for
 *     each item and each output of each node
 */
public record RunOptions(boolean profile) {
  /** As fast as can be. */
  public static final RunOptions DEFAULT = new RunOptions(false);
}
