package dev.graft.python.host;

import dev.graft.node.Emitter;
import org.jspecify.annotations.Nullable;

/**
 * Hands outputs on as long as somebody wants them. An emitter that throws must not break into the
 * conversation with Python: its exception waits until that has come to its end.
 */
public final class Demand {
  private final Emitter<@Nullable Object> out;
  private boolean open = true;
  private @Nullable RuntimeException thrown;

  /** The demand of an emitter. */
  public Demand(Emitter<@Nullable Object> out) {
    this.out = out;
  }

  /** Hands one output on, unless nobody wants it. */
  public void offer(@Nullable Object value) {
    if (open && value != null) {
      try {
        open = out.emit(value);
      } catch (RuntimeException e) {
        open = false;
        thrown = e;
      }
    }
  }

  /** Whether more is wanted. */
  public boolean isOpen() {
    return open;
  }

  /** Throws what the emitter threw. */
  public void rethrow() {
    if (thrown != null) {
      throw thrown;
    }
  }
}
