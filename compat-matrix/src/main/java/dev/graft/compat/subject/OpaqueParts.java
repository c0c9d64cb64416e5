package dev.graft.compat.subject;

import dev.graft.value.FrozenSet;
import dev.graft.value.Opaque;
import dev.graft.value.RecordValue;
import dev.graft.value.Tuple;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds in a value what cannot leave its backend. */
public final class OpaqueParts {
  private OpaqueParts() {}

  /** The first opaque reference in a value, itself included. */
  public static Optional<Opaque> in(@Nullable Object value) {
    return find(value).findFirst();
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
    return items.stream().flatMap(OpaqueParts::find);
  }
}
