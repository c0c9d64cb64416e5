package dev.graft.node;

import org.jspecify.annotations.Nullable;

/**
 * A node without input.
 *
 * @param <O> what it emits
 */
public non-sealed interface Source<O extends @Nullable Object> extends NodeShape {
  /** Emits items until there are no more, or until {@code emit} returns false. */
  void produce(Emitter<? super O> out);
}
