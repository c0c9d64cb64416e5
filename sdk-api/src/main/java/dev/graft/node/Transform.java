package dev.graft.node;

import org.jspecify.annotations.Nullable;

/**
 * A node that takes items and emits any number of outputs for each.
 *
 * @param <I> what it takes
 * @param <O> what it emits
 */
public non-sealed interface Transform<I extends @Nullable Object, O extends @Nullable Object>
    extends NodeShape {
  /**
   * Takes one item. Outputs emitted before an exception stay emitted; an item that is refused
   * leaves the state as it was.
   */
  void process(I item, Emitter<? super O> out);

  /** Called exactly once at the end of the input, to emit what is held back. */
  default void flush(Emitter<? super O> out) {}
}
