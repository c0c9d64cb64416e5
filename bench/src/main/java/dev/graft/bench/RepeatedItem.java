package dev.graft.bench;

import dev.graft.runtime.run.ItemSource;

/** The same item so many times. */
final class RepeatedItem implements ItemSource {
  private final Object item;
  private int left;

  RepeatedItem(Object item, int count) {
    this.item = item;
    this.left = count;
  }

  @Override
  public boolean next() {
    return left-- > 0;
  }

  @Override
  public Object value() {
    return item;
  }
}
