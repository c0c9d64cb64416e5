package dev.graft.runtime.run;

import dev.graft.runtime.queue.Ring;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The values that another lane gives to one stage of this one. */
final class RingFeed implements Feed {
  /** So many are handed on at once: a worker answers them in one round trip. */
  private static final int BATCH = 64;

  private final Ring ring;
  private final Inlet inlet;
  private final List<@Nullable Object> batch = new ArrayList<>(BATCH);

  RingFeed(Ring ring, Inlet inlet) {
    this.ring = ring;
    this.inlet = inlet;
  }

  @Override
  public boolean pump() {
    int count = ring.drain(batch, BATCH);
    if (count > 0) {
      inlet.takeAll(batch);
      batch.clear();
    }
    return count > 0;
  }

  @Override
  public boolean isReady() {
    return ring.isReady();
  }

  @Override
  public boolean isFinished() {
    return ring.isFinished();
  }

  @Override
  public void refuse() {
    ring.refuse();
  }
}
