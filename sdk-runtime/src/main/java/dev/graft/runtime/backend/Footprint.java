package dev.graft.runtime.backend;

import dev.graft.value.Bytes;
import dev.graft.value.FrozenSet;
import dev.graft.value.NdArray;
import dev.graft.value.RecordValue;
import dev.graft.value.Tuple;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How much memory values keep occupied, roughly. An array counts with its elements, also where it
 * lies in memory that is shared with a worker: as long as somebody has it, nobody else can use that
 * memory.
 */
public final class Footprint {
  private static final long OBJECT = 24;
  private static final long ENTRY = 48;

  private Footprint() {}

  /** The bytes of some items. */
  public static long of(List<Item> items) {
    long sum = OBJECT;
    for (Item item : items) {
      sum += of(item);
    }
    return sum;
  }

  /** The bytes of an item. */
  public static long of(Item item) {
    return OBJECT + of(item.value());
  }

  /** The bytes of a value. */
  public static long of(@Nullable Object value) {
    return switch (value) {
      case null -> 0;
      case String text -> OBJECT + text.length();
      case Bytes bytes -> OBJECT + bytes.size();
      case NdArray array -> OBJECT + bytesOf(array);
      case Tuple tuple -> ofAll(tuple, tuple.size());
      case FrozenSet set -> ofAll(set, set.size());
      case Collection<?> items -> ofAll(items, items.size());
      case Map<?, ?> map -> of(map);
      case RecordValue shape -> OBJECT + of(shape.fields());
      default -> OBJECT;
    };
  }

  private static long of(Map<?, ?> map) {
    long sum = OBJECT;
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      sum += ENTRY + of(entry.getKey()) + of(entry.getValue());
    }
    return sum;
  }

  private static long ofAll(Iterable<?> items, int size) {
    long sum = OBJECT + 4L * size;
    for (Object item : items) {
      sum += of(item);
    }
    return sum;
  }

  private static long bytesOf(NdArray array) {
    long size = array.type().size();
    for (int length : array.shape()) {
      size *= length;
    }
    return size;
  }
}
