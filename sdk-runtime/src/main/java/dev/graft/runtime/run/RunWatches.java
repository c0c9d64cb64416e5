package dev.graft.runtime.run;

import dev.graft.runtime.backend.ServedBy;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * All that watch one run, as one.
 *
 * @param all each of them
 */
record RunWatches(List<RunWatch> all) implements RunWatch {
  static RunWatches of(
      List<RunObserver> observers, String pipeline, Supplier<RunProgress> progress) {
    return new RunWatches(
        observers.stream().map(observer -> observer.watch(pipeline, progress)).toList());
  }

  @Override
  public void placed(String nodeId, String type, ServedBy servedBy) {
    all.forEach(watch -> watch.placed(nodeId, type, servedBy));
  }

  @Override
  public void event(RunEvent event) {
    all.forEach(watch -> watch.event(event));
  }

  @Override
  public void ended(RunSummary summary, Optional<RunFailedException> failure) {
    all.forEach(watch -> watch.ended(summary, failure));
  }
}
