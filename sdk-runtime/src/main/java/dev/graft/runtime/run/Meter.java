package dev.graft.runtime.run;

import dev.graft.node.Emitter;
import java.time.Duration;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * Measures how long a stage works, without the time of those who take its outputs while its calls
 * are still open. Used by the thread of the stage's lane.
 */
final class Meter {
  /** Two digits of each time are kept, however long it is. */
  private static final int DIGITS = 2;

  private final Histogram calls = new Histogram(DIGITS);
  private long busy;
  private long elsewhere;
  private List<Duration> own = List.of();

  /** The same inlet, measured. */
  Inlet metered(Inlet inlet) {
    return new MeteredInlet(inlet);
  }

  /** The same work, measured; it is no call. */
  Runnable metered(Runnable end) {
    return () -> busy += timed(end);
  }

  /** The same emitter; what happens in it is not the stage's work. */
  Emitter<@Nullable Object> paused(Emitter<@Nullable Object> next) {
    return value -> {
      long begin = System.nanoTime();
      boolean more = next.emit(value);
      elsewhere += System.nanoTime() - begin;
      return more;
    };
  }

  private long timed(Runnable work) {
    long before = elsewhere;
    long begin = System.nanoTime();
    work.run();
    return Math.max(0, System.nanoTime() - begin - (elsewhere - before));
  }

  private void call(Runnable work) {
    long nanos = timed(work);
    busy += nanos;
    calls.recordValue(nanos);
  }

  /** Asks the nodes of the stage how long their own code ran; they are still open. */
  void ask(List<OpenStage> nodes) {
    List<Duration> known = nodes.stream().flatMap(node -> node.node().ownTime().stream()).toList();
    own = known.size() == nodes.size() ? known : List.of();
  }

  /** How long the code of each node ran, if that is known of all. */
  List<Duration> own() {
    return own;
  }

  Duration busy() {
    return Duration.ofNanos(busy);
  }

  long calls() {
    return calls.getTotalCount();
  }

  /** So many per cent of the calls took no longer. */
  Duration percentile(double percent) {
    return Duration.ofNanos(calls.getValueAtPercentile(percent));
  }

  private final class MeteredInlet implements Inlet {
    private final Inlet inlet;
    private boolean more = true;

    MeteredInlet(Inlet inlet) {
      this.inlet = inlet;
    }

    @Override
    public boolean take(@Nullable Object value) {
      call(() -> more = inlet.take(value));
      return more;
    }

    @Override
    public void takeAll(List<@Nullable Object> values) {
      call(() -> inlet.takeAll(values));
    }
  }
}
