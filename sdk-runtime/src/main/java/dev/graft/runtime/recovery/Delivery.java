package dev.graft.runtime.recovery;

import dev.graft.node.Emitter;
import org.jspecify.annotations.Nullable;

/**
 * Hands the outputs of some items on, each once, however often the items are done: what was handed
 * on before is counted and dropped.
 */
final class Delivery implements Emitter<@Nullable Object> {
  private final Emitter<@Nullable Object> out;
  private boolean open = true;
  private long delivered;
  private long seen;

  Delivery(Emitter<@Nullable Object> out) {
    this.out = out;
  }

  @Override
  public boolean emit(@Nullable Object value) {
    seen++;
    if (seen <= delivered) {
      return seen < delivered || open;
    }
    delivered = seen;
    open = out.emit(value);
    return open;
  }

  /** How many outputs came, of all items so far. */
  long seen() {
    return seen;
  }

  /** How many went on. */
  long delivered() {
    return delivered;
  }

  /** Whether more is wanted, as far as anybody said. */
  boolean isOpen() {
    return open;
  }

  /** What comes now came before: everything after so many outputs is done again. */
  void rewind(long mark) {
    seen = mark;
  }
}
