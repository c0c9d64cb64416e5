package dev.graft.runtime.run;

import java.io.IOException;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** Where the items of a run come from. */
public interface ItemSource {
  /**
   * Goes to the next item, and says whether there is one.
   *
   * @throws InputException if what comes next is not what the format says
   */
  boolean next() throws IOException;

  /** The item that {@link #next} found. */
  @Nullable Object value();

  /** The portable values of an iterator; none is the item null. */
  static ItemSource of(Iterator<? extends @Nullable Object> items) {
    return new IteratorSource(items);
  }
}
