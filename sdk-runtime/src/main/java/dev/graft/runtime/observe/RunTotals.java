package dev.graft.runtime.observe;

import dev.graft.runtime.run.RunProgress;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/** What all runs of a pipeline did so far, those that go on included. It never goes back. */
final class RunTotals {
  private final List<Supplier<RunProgress>> running = new ArrayList<>();
  private RunProgress ended = new RunProgress(0, 0, 0, 0);

  synchronized void begin(Supplier<RunProgress> run) {
    running.add(run);
  }

  synchronized void end(Supplier<RunProgress> run) {
    if (running.remove(run)) {
      RunProgress last = run.get();
      ended =
          new RunProgress(
              ended.items() + last.items(),
              ended.outputs() + last.outputs(),
              ended.rejected() + last.rejected(),
              0);
    }
  }

  long items() {
    return sum(RunProgress::items);
  }

  long outputs() {
    return sum(RunProgress::outputs);
  }

  long rejected() {
    return sum(RunProgress::rejected);
  }

  private synchronized long sum(ToLongFunction<RunProgress> count) {
    return count.applyAsLong(ended) + running.stream().map(Supplier::get).mapToLong(count).sum();
  }
}
