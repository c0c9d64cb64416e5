package dev.graft.runtime.run;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The way out of a pipeline. Where a single lane leads there, nobody is kept out: a lock for each
 * output would cost as much as a native node.
 */
final class Outputs {
  private final Set<Lane> lanes = new HashSet<>();
  private ItemSink sink = value -> {};
  private boolean shared;
  private final AtomicLong count = new AtomicLong();

  /** One more way leads here; before the run. */
  void from(Lane lane) {
    lanes.add(lane);
    shared = lanes.size() > 1;
  }

  /** Names the sink, before the threads of the lanes start. */
  void to(ItemSink target) {
    sink = target;
  }

  void add(@Nullable Object value) throws IOException {
    if (shared) {
      synchronized (this) {
        addNow(value);
      }
    } else {
      addNow(value);
    }
  }

  private void addNow(@Nullable Object value) throws IOException {
    sink.accept(value);
    count.setOpaque(count.getPlain() + 1); // one thread at a time writes, others may look
  }

  /** How many there were; exact for a lane that leads here, and after the run. */
  long count() {
    return count.getOpaque();
  }
}
