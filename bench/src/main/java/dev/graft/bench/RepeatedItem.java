package dev.graft.bench;

import dev.graft.runtime.run.ItemSource;
import org.jspecify.annotations.Nullable;

/** The same item so many times. */
final class RepeatedItem implements ItemSource {
  private final @Nullable Object item;
  private int left;

  RepeatedItem(@Nullable Object item, int count) {
    this.item = item;
    this.left = count;
  }

  @Override
  public boolean next() {
    return left-- > 0;
  }

  @Override
  public @Nullable Object value() {
    return item;
  }
}
