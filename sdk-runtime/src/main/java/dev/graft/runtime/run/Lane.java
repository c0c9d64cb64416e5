package dev.graft.runtime.run;

import dev.graft.runtime.failure.NodeFailureException;
import dev.graft.runtime.queue.Bell;
import dev.graft.runtime.queue.Ring;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The stages that one thread serves. Values pass between them by calls; from other lanes they come
 * in rings. A lane that stops refuses what it is given, so the lanes that feed it stop, too; those
 * that it feeds first take what it gave them.
 */
final class Lane {
  private final RunState state;
  private final Bell bell = new Bell();
  private final List<Feed> feeds = new ArrayList<>();
  private final List<Ring> outlets = new ArrayList<>();

  /** What is done at the end of the input, in the order of the stream. */
  private final List<Runnable> ends = new ArrayList<>();

  private long starvedNanos;
  private volatile boolean begins;
  private volatile boolean stopped;

  Lane(RunState state) {
    this.state = state;
  }

  Bell bell() {
    return bell;
  }

  /** Something that is done at the end of the input, before all that was added until now. */
  void addFirst(Runnable end) {
    ends.addFirst(end);
  }

  void add(Feed feed) {
    feeds.add(feed);
  }

  /** How many values this lane has given that were not taken yet; asked by any thread. */
  int waiting() {
    return outlets.stream().mapToInt(Ring::size).sum();
  }

  void add(Ring outlet) {
    outlets.add(outlet);
  }

  /** The input of the run enters here, or a source is here. */
  void begin() {
    begins = true;
  }

  boolean begins() {
    return begins;
  }

  /** How long it had nothing to do; after the run. */
  Duration starved() {
    return Duration.ofNanos(starvedNanos);
  }

  /** How long it waited for others to take its outputs; after the run. */
  Duration heldUp() {
    return Duration.ofNanos(outlets.stream().mapToLong(Ring::waitedNanos).sum());
  }

  /** Whether anybody still wants its outputs. */
  boolean wantsMore() {
    return !stopped;
  }

  /** It takes and emits no more. May be called by any thread. */
  void stop() {
    stopped = true;
    feeds.forEach(Feed::refuse);
    outlets.forEach(Ring::refuse);
    bell.ring();
  }

  /** It takes and emits no more, but what it gave to others is still good. As {@link #stop}. */
  void stopTaking() {
    stopped = true;
    feeds.forEach(Feed::refuse);
    bell.ring();
  }

  /** Ends the run with a node's failure; the first one counts. */
  void fail(NodeFailureException e) {
    fail(new RunFailedException(e.failure(), e));
  }

  /** Ends the run; the first failure counts. */
  void fail(RunFailedException e) {
    state.fail(e);
    stopTaking();
  }

  /** Gives a value to another lane. */
  boolean give(Ring outlet, @Nullable Object value) {
    if (outlet.put(value)) {
      return !stopped;
    }
    if (Thread.currentThread().isInterrupted()) {
      state.interrupt();
    }
    stopTaking();
    return false;
  }

  /** Serves its stages until their input ends. */
  void run() {
    try {
      while (!stopped && pump()) {}
      end();
    } finally {
      stopTaking();
      outlets.forEach(Ring::finish);
    }
  }

  /** Takes what is there, or waits for something; false at the end of all input. */
  private boolean pump() {
    boolean any = false;
    for (Feed feed : feeds) {
      any |= feed.pump();
    }
    if (any) {
      return true;
    } else if (feeds.stream().allMatch(Feed::isFinished)) {
      return false;
    }
    long begin = System.nanoTime();
    if (!bell.await(this::hasWork)) {
      state.interrupt();
    }
    starvedNanos += System.nanoTime() - begin;
    return true;
  }

  private boolean hasWork() {
    if (stopped) {
      return true;
    }
    boolean finished = true;
    for (Feed feed : feeds) {
      if (feed.isReady()) {
        return true;
      }
      finished &= feed.isFinished();
    }
    return finished;
  }

  /** A node whose input was cut short by a failure elsewhere has not seen its end. */
  private void end() {
    for (Runnable end : ends) {
      if (stopped || state.hasFailed()) {
        return;
      }
      end.run();
    }
  }
}
