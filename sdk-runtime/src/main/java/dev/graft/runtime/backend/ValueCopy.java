package dev.graft.runtime.backend;

import dev.graft.value.Bytes;
import dev.graft.value.Complex;
import dev.graft.value.DateTime;
import dev.graft.value.Decimal;
import dev.graft.value.EnumMember;
import dev.graft.value.FrozenSet;
import dev.graft.value.NdArray;
import dev.graft.value.Opaque;
import dev.graft.value.RecordValue;
import dev.graft.value.Time;
import dev.graft.value.Tuple;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Copies values so deeply that nobody can change the copy. */
public final class ValueCopy {
  private ValueCopy() {}

  /**
   * A copy. What is not portable becomes an {@link Opaque} of no host: like every opaque reference,
   * it equals nothing, itself included, when results are compared.
   */
  public static @Nullable Object of(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case Boolean v -> v;
      case Long v -> v;
      case BigInteger v -> v;
      case Double v -> v;
      case String v -> v;
      case Bytes v -> v;
      case Complex v -> v;
      case Decimal v -> v;
      case LocalDate v -> v;
      case Time v -> v;
      case DateTime v -> v;
      case Duration v -> v;
      case UUID v -> v;
      case EnumMember v -> v;
      case Opaque v -> v;
      case NdArray array -> array(array);
      case Tuple tuple -> Tuple.copyOf(items(tuple.items()));
      case List<?> list -> items(list);
      case FrozenSet set -> FrozenSet.copyOf(items(set.items()));
      case Set<?> set -> new LinkedHashSet<@Nullable Object>(items(set));
      case Map<?, ?> map -> entries(map);
      case RecordValue record -> record(record);
      default -> new Opaque("", 0, value.getClass().getName());
    };
  }

  private static List<@Nullable Object> items(Collection<? extends @Nullable Object> list) {
    List<@Nullable Object> copy = new ArrayList<>(list.size());
    for (Object item : list) {
      copy.add(of(item));
    }
    return copy;
  }

  private static Map<@Nullable Object, @Nullable Object> entries(Map<?, ?> map) {
    Map<@Nullable Object, @Nullable Object> copy = new LinkedHashMap<>();
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      copy.put(of(entry.getKey()), of(entry.getValue()));
    }
    return copy;
  }

  private static RecordValue record(RecordValue record) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    record.fields().forEach((name, field) -> fields.put(name, of(field)));
    return new RecordValue(record.type(), fields);
  }

  /** Whoever made the array may still write to its memory. */
  private static NdArray array(NdArray array) {
    ByteBuffer bytes = ByteBuffer.allocate(array.size() * array.type().size());
    bytes.put(array.bytes()).flip();
    NdArray copy = NdArray.over(array.type(), array.order(), bytes, array.shape());
    return array.isScalar() ? copy.asScalar() : copy;
  }
}
