package dev.graft.runtime.run;

import java.util.function.Supplier;

/**
 * Whoever wants to hear of runs, such as a metrics registry. A program gives it with {@link
 * RunOptions#observedBy}; one that is found as a service hears of all runs of the program. Safe for
 * several threads.
 */
@FunctionalInterface
public interface RunObserver {
  /**
   * A pipeline is being opened.
   *
   * @param pipeline its name
   * @param progress how far it is; may be asked at any time, also after the run
   * @return what is told of this run
   */
  RunWatch watch(String pipeline, Supplier<RunProgress> progress);
}
