package dev.graft.compat.record;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Items that came to a node one after another.
 *
 * @param first which item of the run the first of them was, from 0
 * @param items copies of them
 */
public record Stretch(long first, List<@Nullable Object> items) {
  public Stretch {
    items = Collections.unmodifiableList(new ArrayList<>(items));
  }

  /** Where it comes from, in words. */
  String words() {
    return items.size() == 1
        ? "item " + first
        : "items %d to %d".formatted(first, first + items.size() - 1);
  }
}
