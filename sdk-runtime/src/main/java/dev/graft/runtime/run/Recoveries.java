package dev.graft.runtime.run;

import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.recovery.Loss;
import dev.graft.runtime.recovery.RecoveryListener;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Consumer;

/** Counts what is done to keep one node going, and makes events of it. */
final class Recoveries implements RecoveryListener {
  private static final int TIMES_KEPT = 1000;
  private static final double SHARE = 0.99;

  private final String nodeId;
  private final Consumer<RunEvent> events;
  private final Consumer<String> refusal;

  /** The last ones, as a ring. */
  private final long[] times = new long[TIMES_KEPT];

  private long count;
  private long restarts;
  private long repeated;

  /**
   * Nothing was done yet.
   *
   * @param refusal is told why the first backend of the node cannot run it
   */
  Recoveries(String nodeId, Consumer<RunEvent> events, Consumer<String> refusal) {
    this.nodeId = nodeId;
    this.events = events;
    this.refusal = refusal;
  }

  @Override
  public void lost(Loss loss) {
    count++;
    if (loss.outcome() instanceof Loss.Restarted restarted) {
      times[(int) (restarts++ % TIMES_KEPT)] = restarted.took().toNanos();
      repeated += restarted.repeated();
    }
    events.accept(new RunEvent.HostLost(loss));
  }

  @Override
  public void moved(BackendId from, Loss loss) {
    refusal.accept(loss.failure().message());
    events.accept(new RunEvent.Moved(from, loss));
  }

  @Override
  public void cannotSave(String why) {
    events.accept(new RunEvent.NotSaved(nodeId, why));
  }

  RunSummary.Losses losses() {
    if (count == 0) {
      return RunSummary.Losses.NONE;
    }
    long[] sorted = Arrays.stream(times).limit(restarts).sorted().toArray();
    long p99 = sorted.length == 0 ? 0 : sorted[(int) Math.ceil(sorted.length * SHARE) - 1];
    return new RunSummary.Losses(count, restarts, repeated, Duration.ofNanos(p99));
  }
}
