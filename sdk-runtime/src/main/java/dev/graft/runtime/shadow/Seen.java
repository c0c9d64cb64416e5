package dev.graft.runtime.shadow;

import dev.graft.runtime.backend.Item;
import dev.graft.runtime.failure.NodeFailure;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a node did in one call.
 *
 * @param items what it took, copied before it did; empty at the end of the input
 * @param outputs copies of what it emitted, in order
 * @param failure how the call ended, if not well
 * @param cut whether nobody wanted more outputs than these
 * @param nanos how long it worked, without those who took its outputs
 */
public record Seen(
    List<Item> items,
    List<@Nullable Object> outputs,
    Optional<NodeFailure> failure,
    boolean cut,
    long nanos) {
  public Seen {
    items = List.copyOf(items);
    outputs = Collections.unmodifiableList(new ArrayList<>(outputs));
  }

  /** Whether it was the end of the input. */
  public boolean isEnd() {
    return items.isEmpty();
  }

  /** How many comparisons it stands for. */
  public int weight() {
    return Math.max(1, items.size());
  }
}
