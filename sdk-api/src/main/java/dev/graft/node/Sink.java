package dev.graft.node;

import org.jspecify.annotations.Nullable;

/**
 * A node without output.
 *
 * @param <I> what it takes
 */
public non-sealed interface Sink<I extends @Nullable Object> extends NodeShape {
  /** Takes one item. */
  void accept(I item);

  /** Called exactly once at the end of the input. */
  default void flush() {}
}
