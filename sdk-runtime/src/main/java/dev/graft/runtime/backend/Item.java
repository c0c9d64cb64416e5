package dev.graft.runtime.backend;

import org.jspecify.annotations.Nullable;

/**
 * A value on its way through a pipeline.
 *
 * @param index the position in the node's input, from 0
 * @param key the session key that the pipeline put on it, or null; without one a node that keeps
 *     its state by key takes the key out of the value
 * @param value a portable value
 */
public record Item(long index, @Nullable Object key, @Nullable Object value) {
  /** An item on which the pipeline put no key. */
  public static Item of(long index, @Nullable Object value) {
    return new Item(index, null, value);
  }
}
