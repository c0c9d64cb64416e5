package dev.graft.compat.handover;

import dev.graft.compat.subject.OpaqueParts;
import dev.graft.runtime.backend.KeyedState;
import java.util.List;
import java.util.Optional;

/** Finds in a state what no other backend can read. */
public final class OpaqueState {
  private OpaqueState() {}

  /** Why a state cannot leave its backend, if that is so. */
  public static Optional<String> in(List<KeyedState> states) {
    return states.stream()
        .flatMap(state -> state.fields().entrySet().stream())
        .flatMap(
            field ->
                OpaqueParts.in(field.getValue())
                    .map(
                        opaque ->
                            "its state \"%s\" holds an object of the class %s, which stays on its"
                                    .formatted(field.getKey(), opaque.type())
                                + " backend")
                    .stream())
        .findFirst();
  }
}
