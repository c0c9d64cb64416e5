package dev.graft.runtime.run;

import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** The values of an iterator as items. */
final class IteratorSource implements ItemSource {
  private final Iterator<? extends @Nullable Object> items;
  private @Nullable Object value;

  IteratorSource(Iterator<? extends @Nullable Object> items) {
    this.items = items;
  }

  @Override
  public boolean next() {
    if (!items.hasNext()) {
      return false;
    }
    value = items.next();
    return true;
  }

  @Override
  public @Nullable Object value() {
    return value;
  }
}
