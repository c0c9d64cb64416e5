package dev.graft.compat.corpus;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One thing that a case does to a node. */
public sealed interface Step {
  /**
   * Gives it items, all in one call.
   *
   * @param values portable values; most steps have one
   * @param key the session key that a pipeline would put on them, or null
   */
  record In(List<@Nullable Object> values, @Nullable Object key) implements Step {
    public In {
      values = Collections.unmodifiableList(new ArrayList<>(values));
    }
  }

  /** Ends the input. */
  record End() implements Step {}

  /** Takes the state out and keeps it. What was taken is part of what is compared. */
  record Snapshot() implements Step {}

  /**
   * Puts back the state that was taken last.
   *
   * @param fresh whether into a new instance of the node, the old one being closed
   */
  record Restore(boolean fresh) implements Step {}
}
