package dev.graft.runtime.run;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The threads of all lanes but the first, which is served by the thread that runs the pipeline. */
final class LaneThreads implements AutoCloseable {
  private final RunState state;
  private final List<Thread> threads = new ArrayList<>();
  private final AtomicReference<@Nullable Throwable> thrown = new AtomicReference<>();

  private LaneThreads(RunState state) {
    this.state = state;
  }

  static LaneThreads start(List<Lane> lanes, RunState state) {
    LaneThreads threads = new LaneThreads(state);
    for (Lane lane : lanes) {
      threads.start(lane);
    }
    return threads;
  }

  private void start(Lane lane) {
    threads.add(
        Thread.ofPlatform()
            .daemon()
            .name("graft-lane-" + (threads.size() + 1))
            .start(() -> serve(lane)));
  }

  private void serve(Lane lane) {
    try {
      lane.run();
    } catch (RuntimeException | Error e) {
      thrown.compareAndSet(null, e);
      state.stopAll(); // a defect: the thread that runs the pipeline throws it
    }
  }

  /** Waits for the end of all lanes; throws what one of them threw. */
  @Override
  public void close() {
    boolean interrupted = false;
    for (Thread thread : threads) {
      while (true) {
        try {
          thread.join();
          break;
        } catch (InterruptedException e) {
          interrupted = true;
          state.interrupt();
          thread.interrupt();
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    switch (thrown.get()) {
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      case null, default -> {}
    }
  }
}
