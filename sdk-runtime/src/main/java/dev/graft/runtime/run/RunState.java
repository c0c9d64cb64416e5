package dev.graft.runtime.run;

import dev.graft.runtime.backend.Item;
import dev.graft.runtime.backend.ServedBy;
import dev.graft.runtime.failure.NodeFailure;
import dev.graft.runtime.plan.StagePlan;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** What the lanes of one run share: whether it goes on, and why not. Safe for several threads. */
final class RunState {
  private static final System.Logger LOG = System.getLogger(RunState.class.getName());

  private final List<RunEvent> events = new ArrayList<>();
  private final DeadLetters deadLetters = new DeadLetters();
  private final AtomicReference<@Nullable RunFailedException> failure = new AtomicReference<>();
  private volatile List<Lane> lanes = List.of();
  private final List<Runnable> waiting = new ArrayList<>();
  private boolean over;
  private final AtomicLong rejected = new AtomicLong();
  private final RunWatch watch;
  private volatile boolean cancelled;

  RunState(RunWatch watch) {
    this.watch = watch;
  }

  /** The lanes that end when the run does. */
  void watch(List<Lane> lanes) {
    this.lanes = List.copyOf(lanes);
    if (cancelled) {
      lanes.forEach(Lane::stop);
    }
  }

  boolean isCancelled() {
    return cancelled;
  }

  boolean hasFailed() {
    return failure.get() != null;
  }

  /**
   * Ends the run; the first failure counts. Nothing more is read; what nodes emitted before is
   * delivered.
   */
  void fail(RunFailedException e) {
    if (failure.compareAndSet(null, e)) {
      lanes.stream().filter(Lane::begins).forEach(Lane::stopTaking);
      wake();
    }
  }

  /** Ends the run at once, without a failure. */
  void cancel() {
    cancelled = true;
    stopAll();
  }

  /** Ends the run at once, because a thread of it was interrupted. */
  void interrupt() {
    fail(RunFailedException.interrupted());
    stopAll();
  }

  /** Nothing is taken or emitted any more. */
  void stopAll() {
    lanes.forEach(Lane::stop);
    wake();
  }

  /** Has something done when the run ends before the end of its input; at once if it has. */
  void onStop(Runnable wake) {
    synchronized (waiting) {
      if (!over) {
        waiting.add(wake);
        return;
      }
    }
    wake.run();
  }

  private void wake() {
    List<Runnable> all;
    synchronized (waiting) {
      over = true;
      all = List.copyOf(waiting);
      waiting.clear();
    }
    all.forEach(Runnable::run);
  }

  void event(RunEvent event) {
    switch (event) {
      case RunEvent.ItemRejected _ -> rejected.incrementAndGet();
      case RunEvent.HostLost _ -> LOG.log(System.Logger.Level.WARNING, event.text());
      case RunEvent.Warned warned ->
          LOG.log(
              System.Logger.Level.WARNING,
              warned.text() + warned.details().map(details -> "\n" + details).orElse(""));
      default -> {}
    }
    watch.event(event);
    synchronized (events) {
      if (events.size() < RunSummary.EVENTS_KEPT) {
        events.add(event);
      }
    }
  }

  /** How many items were dropped or set aside. */
  long rejected() {
    return rejected.get();
  }

  List<RunEvent> events() {
    synchronized (events) {
      return List.copyOf(events);
    }
  }

  /**
   * Sets an item aside.
   *
   * @throws RunFailedException if it cannot be written
   */
  void deadLetter(Path file, Optional<Item> item, NodeFailure why) throws RunFailedException {
    try {
      deadLetters.write(file, item, why);
    } catch (IOException e) {
      String reason =
          e instanceof NoSuchFileException
              ? "there is no folder " + file.toAbsolutePath().getParent() + ". Make it."
              : String.valueOf(e.getMessage());
      throw new RunFailedException("dead letters cannot be written to " + file + ": " + reason, e);
    }
  }

  /** A node was opened. */
  void placed(StagePlan stage, ServedBy servedBy) {
    watch.placed(stage.nodeId(), stage.contract().id(), servedBy);
  }

  Optional<RunFailedException> failure() {
    return Optional.ofNullable(failure.get());
  }

  void throwFailure() throws RunFailedException {
    RunFailedException e = failure.get();
    if (e != null) {
      throw e;
    }
  }

  void close() {
    try {
      deadLetters.close();
    } catch (IOException e) {
      fail(new RunFailedException("dead letters cannot be written: " + e, e));
    }
  }
}
