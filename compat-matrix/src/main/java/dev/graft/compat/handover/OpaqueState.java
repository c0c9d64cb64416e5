package dev.graft.compat.handover;

import dev.graft.runtime.backend.KeyedState;
import dev.graft.value.FrozenSet;
import dev.graft.value.Opaque;
import dev.graft.value.RecordValue;
import dev.graft.value.Tuple;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds in a state what no other backend can read. */
public final class OpaqueState {
  private OpaqueState() {}

  /** Why a state cannot leave its backend, if that is so. */
  public static Optional<String> in(List<KeyedState> states) {
    return states.stream()
        .flatMap(state -> state.fields().entrySet().stream())
        .flatMap(
            field ->
                find(field.getValue())
                    .map(
                        opaque ->
                            "its state \"%s\" holds an object of the class %s, which stays on its"
                                    .formatted(field.getKey(), opaque.type())
                                + " backend"))
        .findFirst();
  }

  private static Stream<Opaque> find(@Nullable Object value) {
    return switch (value) {
      case Opaque opaque -> Stream.of(opaque);
      case Collection<?> items -> all(items);
      case Tuple tuple -> all(tuple.items());
      case FrozenSet set -> all(set.items());
      case Map<?, ?> map -> Stream.concat(all(map.keySet()), all(map.values()));
      case RecordValue record -> all(record.fields().values());
      case null, default -> Stream.empty();
    };
  }

  private static Stream<Opaque> all(Collection<? extends @Nullable Object> items) {
    return items.stream().flatMap(OpaqueState::find);
  }
}
