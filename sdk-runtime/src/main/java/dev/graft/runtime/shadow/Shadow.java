package dev.graft.runtime.shadow;

import dev.graft.descriptor.StateDescriptor;
import dev.graft.runtime.backend.Footprint;
import dev.graft.runtime.backend.HostedNode;
import dev.graft.runtime.backend.HostingRefusedException;
import dev.graft.runtime.backend.KeyedState;
import dev.graft.runtime.backend.ServedBy;
import dev.graft.runtime.failure.NodeFailureException;
import dev.graft.runtime.plan.StagePlan;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * What runs beside one open node. {@link #oneIn}, {@link #off} and {@link #summary} may be called
 * by any thread; all else belongs to the node's own thread.
 */
public final class Shadow {
  private static final long LOOK_MILLIS = 100;
  private static final long LOG_NANOS = Duration.ofMinutes(1).toNanos();

  /** What the thread of the shadow is to do next. */
  private sealed interface Work {}

  private record Compare(Seen seen, long weight) implements Work {}

  private record Restart(List<KeyedState> states) implements Work {}

  private record CompareStates(List<KeyedState> states) implements Work {}

  private record Finish() implements Work {}

  /** Opens the candidate, in the thread of the shadow. */
  @FunctionalInterface
  public interface Opening {
    /** The open candidate. */
    HostedNode open() throws NodeFailureException, HostingRefusedException;
  }

  private final StagePlan stage;
  private final ServedBy control;
  private final Opening opening;
  private final Runnable afterwards;
  private final ShadowJudge.Provider judges;
  private final Optional<Path> memory;
  private final ShadowLimits limits;
  private final KillSwitch killSwitch;
  private final ShadowLog log;
  private final boolean stateful;
  private final long timeoutNanos;
  private final BlockingQueue<Work> queue;
  private final AtomicLong waiting = new AtomicLong();
  private final ShadowCounts counts = new ShadowCounts();
  private final Thread thread;

  private volatile int oneIn;
  private volatile @Nullable String off;

  /** Whether the candidate has seen all that the node has; only asked where there is state. */
  private volatile boolean following = true;

  /** Whether nobody takes what waits any more: then it must not wait. */
  private volatile boolean over;

  private volatile long lostAt;

  /** How often in a row the candidate alone failed; only its thread asks. */
  private int failures;

  /** Set by its thread once it is open. */
  private volatile @Nullable Candidate opened;

  /**
   * A shadow that begins at once.
   *
   * @param stage the node in its pipeline; it has a shadow plan
   * @param control who runs it
   * @param opening opens the candidate
   * @param afterwards done when the candidate is closed
   * @param judges who compares
   * @param memory where what differs is kept, and where the kill switch lies
   * @param env the environment that it runs in, for what is written down
   * @param limits what it may cost
   */
  public Shadow(
      StagePlan stage,
      ServedBy control,
      Opening opening,
      Runnable afterwards,
      ShadowJudge.Provider judges,
      Optional<Path> memory,
      String env,
      ShadowLimits limits) {
    this.stage = stage;
    this.control = control;
    this.opening = opening;
    this.afterwards = afterwards;
    this.judges = judges;
    this.memory = memory;
    this.limits = limits;
    this.killSwitch = new KillSwitch(memory);
    this.log = new ShadowLog(memory, env);
    this.stateful = stage.contract().state().scope() != StateDescriptor.Scope.NONE;
    this.oneIn = stage.shadow().orElseThrow().spec().oneIn();
    this.timeoutNanos = stage.shadow().orElseThrow().spec().timeout().toNanos();
    this.queue = new ArrayBlockingQueue<>(limits.calls());
    this.thread =
        Thread.ofPlatform().daemon().name("graft-shadow-" + stage.nodeId()).start(this::run);
  }

  /**
   * From now on one call in so many is compared. Nothing for a node with state, of which all calls
   * are.
   */
  public void oneIn(int calls) {
    if (!stateful) {
      oneIn = Math.max(1, calls);
    }
  }

  /** Compares nothing any more. */
  public void off(String why) {
    if (off == null) {
      off = why;
    }
  }

  /** What was found so far. */
  public ShadowSummary summary() {
    return new ShadowSummary(
        stage.nodeId(),
        stage.type(),
        control.backend(),
        stage.shadow().orElseThrow().candidate().backend(),
        counts.totals(),
        Optional.ofNullable(off));
  }

  /** How many calls wait to be compared. */
  int waits() {
    return queue.size();
  }

  /** Whether nothing waits to be compared, and nothing is compared. */
  boolean isQuiet() {
    return waiting.get() == 0;
  }

  /** Whether the next call is to be compared. */
  boolean takes() {
    if (off != null) {
      return false;
    } else if (stateful) {
      return following;
    }
    int calls = oneIn;
    return calls == 1 || ThreadLocalRandom.current().nextInt(calls) == 0;
  }

  /** Whether the candidate is to be given the state of the node as it is now. */
  boolean wantsState() {
    return stateful
        && !following
        && off == null
        && System.nanoTime() - lostAt >= limits.resync().toNanos();
  }

  /** Whether the state of the node can be compared with that of the candidate. */
  boolean comparesStates() {
    return stateful && following && off == null;
  }

  /** Hands over the state of the node as it is now. Never waits. */
  void offerStates(List<KeyedState> states) {
    if (!queue.offer(new CompareStates(states))) {
      counts.drop(1);
    }
    endIfItHangs();
  }

  /** The candidate goes on from here. */
  void restart(List<KeyedState> states) {
    if (off != null) {
      return;
    } else if (queue.offer(new Restart(states))) {
      following = true;
    } else {
      lost();
    }
    if (over) {
      letGo();
    }
  }

  /** How much of one call is kept at most. */
  long mostBytes() {
    return limits.bytes();
  }

  /** Items that the node takes alone. Those that nobody chose are not missing. */
  void pass(int items) {
    if (stateful && off == null) {
      counts.drop(items);
    }
  }

  /** What the node did is too much to be compared. */
  void skip(int items) {
    counts.drop(items);
    lost();
  }

  /** Hands over what the node did. Never waits. */
  void offer(Seen seen) {
    long weight = Footprint.of(seen.items()) + Footprint.of(seen.outputs());
    if (waiting.get() + weight <= limits.bytes()) {
      waiting.addAndGet(weight);
      if (queue.offer(new Compare(seen, weight))) {
        endIfItHangs();
        return;
      }
      waiting.addAndGet(-weight);
    }
    counts.drop(seen.weight());
    lost();
    endIfItHangs();
  }

  /**
   * Java code cannot be stopped. Whatever waits for a candidate that hangs is let go all the same.
   */
  private void endIfItHangs() {
    Candidate candidate = opened;
    if (candidate != null && candidate.isLate(timeoutNanos)) {
      off("the candidate took longer than its timeout for an item");
      thread.interrupt();
      over = true;
    }
    if (over) {
      letGo();
    }
  }

  /** Empties the queue. */
  private void letGo() {
    for (Work work = queue.poll(); work != null; work = queue.poll()) {
      drop(work);
    }
  }

  private void lost() {
    if (stateful) {
      following = false;
      lostAt = System.nanoTime();
    }
  }

  /**
   * The node is closed. Waits a moment for what has not been compared.
   *
   * @param patiently whether to wait at all
   */
  void finish(boolean patiently) {
    if (!patiently) {
      off("the run was ended");
    }
    try {
      if (queue.offer(new Finish(), limits.drain().toMillis(), TimeUnit.MILLISECONDS)
          && thread.join(limits.drain())) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    off("the run ended before all was compared");
    over = true;
    letGo();
    thread.interrupt();
  }

  private void run() {
    try (Candidate candidate = Candidate.open(opening)) {
      opened = candidate;
      try {
        follow(candidate, judges.judge(stage, control, candidate.servedBy(), memory));
      } finally {
        log.write(summary(), control, candidate.servedBy());
      }
    } catch (NodeFailureException e) {
      off("the candidate failed: " + e.failure().headline());
    } catch (HostingRefusedException e) {
      off("the candidate cannot run: " + e.reason());
    } catch (InterruptedException e) {
      off("the run ended");
    } catch (RuntimeException | Error e) {
      off("the comparison broke: " + e);
    } finally {
      over = true;
      letGo();
      afterwards.run();
    }
  }

  private void follow(Candidate candidate, ShadowJudge judge)
      throws InterruptedException, NodeFailureException, HostingRefusedException {
    boolean inStep = true;
    long logged = System.nanoTime();
    while (true) {
      Work work = queue.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
      if (System.nanoTime() - logged > LOG_NANOS) {
        logged = System.nanoTime();
        log.write(summary(), control, candidate.servedBy());
      }
      killSwitch.thrown().ifPresent(this::off);
      if (off != null) {
        drop(work);
        return;
      }
      switch (work) {
        case null -> {}
        case Finish _ -> {
          return;
        }
        case Restart restart -> {
          candidate.restore(restart.states());
          judge.restarted();
          inStep = true;
        }
        case Compare compare -> {
          if (!inStep) {
            counts.drop(compare.seen().weight());
          } else if (!compare(compare.seen(), candidate, judge) && stateful) {
            inStep = false;
            lost();
          } else if (stateful && candidate.renew()) {
            judge.renewed();
          }
          waiting.addAndGet(-compare.weight());
        }
        case CompareStates compare -> {
          if (inStep) {
            counts.judged(judge.judgeStates(compare.states(), candidate.snapshot()));
          }
        }
      }
    }
  }

  private void drop(@Nullable Work work) {
    if (work instanceof Compare compare) {
      counts.drop(compare.seen().weight());
      waiting.addAndGet(-compare.weight());
    }
  }

  /** Whether the two did the same, or what is known. */
  private boolean compare(Seen seen, Candidate candidate, ShadowJudge judge) {
    Seen did = candidate.did(seen);
    if (off != null) { // it may have been interrupted
      counts.drop(seen.weight());
      return true;
    }
    ShadowVerdict verdict = judge.judge(seen, did, candidate.held());
    counts.judged(seen, did, verdict);
    boolean differs = verdict instanceof ShadowVerdict.Different;
    failures = differs && did.failure().isPresent() ? failures + 1 : 0;
    if (failures >= limits.errors()) {
      off("the candidate failed %d times in a row".formatted(failures));
    }
    return !differs;
  }
}
