package dev.graft.cli;

import dev.graft.value.RecordValue;
import dev.graft.value.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The keys of the dicts of a value in their order, which equality does not look at. */
final class KeyOrder {
  private final List<Object> keys = new ArrayList<>();

  private KeyOrder() {}

  /** The keys of all dicts; what is inside sets has no order, so it is left out. */
  static List<Object> of(@Nullable Object value) {
    KeyOrder order = new KeyOrder();
    order.add(value);
    return order.keys;
  }

  private void add(@Nullable Object value) {
    switch (value) {
      case List<?> list -> list.forEach(this::add);
      case Tuple tuple -> tuple.forEach(this::add);
      case RecordValue record -> record.fields().values().forEach(this::add);
      case Map<?, ?> map ->
          map.forEach(
              (key, item) -> {
                keys.add(Optional.ofNullable(key));
                add(item);
              });
      case null, default -> {}
    }
  }
}
