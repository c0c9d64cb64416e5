package dev.graft.compat.subject;

import dev.graft.runtime.backend.KeyedState;
import dev.graft.runtime.backend.ValueCopy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One thing that was seen while a case ran. */
public sealed interface Event {
  /** The step, from 0; {@link #BEFORE} for what came before the first. */
  int step();

  /** The step of loading, validating and opening. */
  int BEFORE = -1;

  /**
   * An output.
   *
   * @param step when
   * @param value a copy of it
   */
  record Out(int step, @Nullable Object value) implements Event {}

  /**
   * A failure.
   *
   * @param step when
   * @param failure what went wrong
   */
  record Failed(int step, Failure failure) implements Event {}

  /**
   * The state that was taken.
   *
   * @param step when
   * @param value a list of dicts with {@code key} and {@code fields}
   */
  record State(int step, @Nullable Object value) implements Event {
    /** Copies of what a node keeps. */
    public static State of(int step, List<KeyedState> states) {
      List<@Nullable Object> list = new ArrayList<>();
      for (KeyedState state : states) {
        Map<@Nullable Object, @Nullable Object> entry = new LinkedHashMap<>();
        entry.put("key", ValueCopy.of(state.key()));
        entry.put("fields", ValueCopy.of(state.fields()));
        list.add(entry);
      }
      return new State(step, list);
    }
  }

  /**
   * The input ended and all that this made the node emit came before.
   *
   * @param step when
   */
  record End(int step) implements Event {}

  /**
   * A value changed that nobody may change.
   *
   * @param step when it was given or emitted
   * @param what {@code input} or {@code output}
   * @param before how it was
   * @param after how it was found later
   */
  record Changed(int step, String what, @Nullable Object before, @Nullable Object after)
      implements Event {}
}
