package dev.graft.node;

import org.jspecify.annotations.Nullable;

/**
 * Where a node puts its outputs. It is valid during the call that received it.
 *
 * @param <O> what is emitted
 */
@FunctionalInterface
public interface Emitter<O extends @Nullable Object> {
  /**
   * Hands one output downstream. None is no output.
   *
   * @return whether more is wanted; after false a node should return soon, and what it still emits
   *     is dropped
   */
  boolean emit(O item);
}
