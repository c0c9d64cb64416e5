package dev.graft.runtime.shadow;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A value that a candidate was given or gave away. From then on others may hold it as well, so
 * nobody may change it any more: neither the list of an item, nor the memory of an array.
 *
 * @param border where it passed
 * @param then a copy of it, made when it passed
 * @param now the value itself
 */
public record Held(Border border, @Nullable Object then, @Nullable Object now) {
  /** On which side of a node a value passes. */
  public enum Border {
    /** An item, on its way in. */
    INPUT,
    /** An output. */
    OUTPUT
  }

  /** What is to be held of a value; empty for one that nobody can change. */
  @SuppressWarnings("ReferenceEquality") // such a value is its own copy
  static Optional<Held> of(Border border, @Nullable Object copy, @Nullable Object value) {
    return copy == value ? Optional.empty() : Optional.of(new Held(border, copy, value));
  }
}
