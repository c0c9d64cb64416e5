package dev.graft.runtime.shadow;

import dev.graft.node.Emitter;
import dev.graft.runtime.backend.Footprint;
import dev.graft.runtime.backend.ValueCopy;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Copies what a call emits on its way, as long as there is room: it may emit without end, and then
 * nothing of it is kept. The time of whoever takes the outputs is not the node's.
 */
final class OutputCopies implements Emitter<@Nullable Object> {
  private final Emitter<@Nullable Object> out;
  private final List<@Nullable Object> kept = new ArrayList<>();
  private long left;
  private boolean cut;
  private long elsewhere;

  /**
   * For one call.
   *
   * @param room how much is kept at most, in bytes
   */
  OutputCopies(Emitter<@Nullable Object> out, long room) {
    this.out = out;
    this.left = room;
  }

  @Override
  public boolean emit(@Nullable Object value) {
    long begin = System.nanoTime();
    keep(value);
    boolean more = out.emit(value);
    cut |= !more;
    elsewhere += System.nanoTime() - begin;
    return more;
  }

  private void keep(@Nullable Object value) {
    if (left >= 0) {
      left -= Footprint.of(value);
      kept.add(ValueCopy.of(value));
      if (left < 0) {
        kept.clear();
      }
    }
  }

  /** Whether there was more than can be kept. */
  boolean isTooMuch() {
    return left < 0;
  }

  /** The copies, in order; none if there was too much. */
  List<@Nullable Object> kept() {
    return kept;
  }

  /** Whether nobody wanted more. */
  boolean isCut() {
    return cut;
  }

  /** Nanoseconds that the call did not spend on itself. */
  long elsewhere() {
    return elsewhere;
  }
}
