package dev.graft.runtime.java;

import dev.graft.node.Emitter;
import org.jspecify.annotations.Nullable;

/**
 * The way out of Java nodes. None is no output and does not leave. What whoever takes the outputs
 * throws must not look like a failure of the node that emitted: it waits until the call is over.
 */
final class Outlet implements Emitter<@Nullable Object> {
  private Emitter<@Nullable Object> out = value -> false;
  private boolean open;
  private @Nullable RuntimeException thrown;

  /** From now on, until the end of this call, outputs go there. */
  void begin(Emitter<@Nullable Object> to) {
    out = to;
    open = true;
  }

  /** Whether more is wanted, as far as the last output told. */
  boolean isOpen() {
    return open;
  }

  /** No more outputs leave. */
  void shut() {
    open = false;
  }

  @Override
  public boolean emit(@Nullable Object value) {
    if (value == null || !open) {
      return open;
    }
    try {
      open = out.emit(value);
    } catch (RuntimeException e) {
      open = false;
      thrown = e;
    }
    return open;
  }

  /** The call is over: throws what the taker of outputs threw. */
  void end() {
    RuntimeException e = thrown;
    if (e != null) {
      thrown = null;
      throw e;
    }
  }
}
