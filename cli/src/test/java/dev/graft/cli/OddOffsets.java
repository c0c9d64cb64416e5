package dev.graft.cli;

import dev.graft.value.FrozenSet;
import dev.graft.value.RecordValue;
import dev.graft.value.Time;
import dev.graft.value.Tuple;
import dev.graft.value.Zone;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds what GraalPy cannot hash: a time whose offset from UTC has seconds. */
final class OddOffsets {
  private static final long MINUTE = 60_000_000;

  private OddOffsets() {}

  /** Whether a key of a dict, or an item of a set, is or holds such a time. */
  static boolean isKey(@Nullable Object value) {
    return switch (value) {
      case Collection<?> items when !(items instanceof Set) ->
          items.stream().anyMatch(OddOffsets::isKey);
      case Set<?> set -> set.stream().anyMatch(OddOffsets::isOdd);
      case FrozenSet set -> set.items().stream().anyMatch(OddOffsets::isOdd);
      case Tuple tuple -> isKey(tuple.items());
      case RecordValue record -> isKey(record.fields().values());
      case Map<?, ?> map ->
          map.keySet().stream().anyMatch(OddOffsets::isOdd) || isKey(map.values());
      case null, default -> false;
    };
  }

  private static boolean isOdd(@Nullable Object key) {
    return switch (key) {
      case Time time ->
          time.zone().isPresent()
              && time.zone().get() instanceof Zone.Fixed fixed
              && fixed.offsetMicros() % MINUTE != 0;
      case Tuple tuple -> tuple.items().stream().anyMatch(OddOffsets::isOdd);
      case FrozenSet set -> set.items().stream().anyMatch(OddOffsets::isOdd);
      case RecordValue record -> record.fields().values().stream().anyMatch(OddOffsets::isOdd);
      case null, default -> false;
    };
  }
}
