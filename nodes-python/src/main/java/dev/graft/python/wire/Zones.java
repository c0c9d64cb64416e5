package dev.graft.python.wire;

import dev.graft.value.Tuple;
import dev.graft.value.Zone;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Zones as parts: none, an offset in microseconds, a tuple of offset and name, or a key. */
final class Zones {
  private Zones() {}

  static @Nullable Object part(Optional<Zone> zone) {
    return switch (zone.orElse(null)) {
      case null -> null;
      case Zone.Named named -> named.key();
      case Zone.Fixed fixed when fixed.name().isPresent() ->
          Tuple.of(fixed.offsetMicros(), fixed.name().get());
      case Zone.Fixed fixed -> fixed.offsetMicros();
    };
  }

  static Optional<Zone> of(@Nullable Object part) {
    return switch (part) {
      case null -> Optional.empty();
      case String key -> Optional.of(new Zone.Named(key));
      case Long offset -> Optional.of(new Zone.Fixed(offset, Optional.empty()));
      case Tuple named ->
          Optional.of(
              new Zone.Fixed(
                  (Long) required(named.get(0)), Optional.of((String) required(named.get(1)))));
      default -> throw new IllegalArgumentException("no zone: " + part);
    };
  }

  private static Object required(@Nullable Object part) {
    if (part == null) {
      throw new IllegalArgumentException("a zone lacks a part");
    }
    return part;
  }
}
