package dev.graft.compat.subject;

import dev.graft.runtime.backend.KeyedState;
import dev.graft.runtime.backend.ValueCopy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came of a part of a case.
 *
 * @param trace what happened
 * @param state what was taken at its end, a copy; empty if nothing was
 */
public record Played(Trace trace, List<KeyedState> state) {
  public Played {
    state = state.stream().map(Played::copy).toList();
  }

  private static KeyedState copy(KeyedState state) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    state.fields().forEach((name, value) -> fields.put(name, ValueCopy.of(value)));
    return new KeyedState(ValueCopy.of(state.key()), fields);
  }

  /** A copy of the state, which whoever restores it may keep and change. */
  public List<KeyedState> handedOver() {
    return new Played(trace, state).state();
  }
}
