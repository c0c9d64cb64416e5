package dev.graft.cli;

import dev.graft.value.FrozenSet;
import dev.graft.value.RecordValue;
import dev.graft.value.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What Python must hash and compare: the keys of each dict, and the items of each set. */
final class KeySets {
  private final List<List<Object>> sets = new ArrayList<>();

  private KeySets() {}

  /** One list for each dict and set in a value, with what its keys are made of. */
  static List<List<Object>> of(@Nullable Object value) {
    KeySets found = new KeySets();
    found.add(value);
    return found.sets;
  }

  private void add(@Nullable Object value) {
    switch (value) {
      case Set<?> set -> keys(set);
      case FrozenSet set -> keys(set.items());
      case Collection<?> items -> items.forEach(this::add);
      case Tuple tuple -> tuple.forEach(this::add);
      case RecordValue record -> record.fields().values().forEach(this::add);
      case Map<?, ?> map -> {
        keys(map.keySet());
        map.values().forEach(this::add);
      }
      case null, default -> {}
    }
  }

  private void keys(Collection<?> keys) {
    List<Object> pieces = new ArrayList<>();
    keys.forEach(key -> pieces(key, pieces));
    sets.add(pieces);
  }

  private static void pieces(@Nullable Object key, List<Object> pieces) {
    switch (key) {
      case Tuple tuple -> tuple.forEach(item -> pieces(item, pieces));
      case FrozenSet set -> set.items().forEach(item -> pieces(item, pieces));
      case RecordValue record -> record.fields().values().forEach(item -> pieces(item, pieces));
      case null -> {}
      default -> pieces.add(key);
    }
  }
}
