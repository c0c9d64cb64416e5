package dev.graft.value;

import dev.graft.node.ErrorKind;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The one rule that says which Java objects are portable. Java's own ways to say the same become
 * the value that they stand for: {@code Integer}, {@code Short} and {@code Byte} an int, {@code
 * Float} the float of equal value, {@code BigDecimal} a decimal, {@code byte[]} bytes, the classes
 * of {@code java.time} a date, time or datetime. Everything else that is not portable is refused.
 */
@SuppressWarnings("ReferenceEquality") // "the same object" is what it asks: nothing is copied then
public final class Portable {
  /** How deep values may be nested: as deep as the bridges go. */
  public static final int MAX_DEPTH = 1000;

  /** How many values one value may hold, itself included; what is shared counts each time. */
  public static final int MAX_ITEMS = 10_000_000;

  /** How many bytes one value may take on its way to another process. */
  public static final int MAX_BYTES = 1 << 30;

  private int depth;
  private int count = 1;

  private Portable() {}

  /**
   * The value in its one portable form. A value that is in that form already is returned as it is,
   * not copied.
   *
   * @throws ValueException if something in it is not portable; the path says what
   */
  public static @Nullable Object check(@Nullable Object value) {
    Object same = scalar(value);
    return same != null || value == null ? same : new Portable().container(value);
  }

  /** A value that is nested too deep, or part of itself. */
  public static ValueException tooDeep() {
    return ValueException.of(
        ErrorKind.RANGE, "nested deeper than " + MAX_DEPTH + " levels, or part of itself");
  }

  /** A value that holds too many others. */
  public static ValueException tooLarge() {
    return ValueException.of(
        ErrorKind.RANGE,
        "holds more than " + MAX_ITEMS + " values; send them as several items, or as an array");
  }

  /** A value that takes too many bytes on its way to another process. */
  public static ValueException tooLong(long bytes, long limit) {
    return ValueException.of(
        ErrorKind.RANGE,
        "takes %d bytes, more than %d; send it as several items, or as an array"
            .formatted(bytes, limit));
  }

  private @Nullable Object value(@Nullable Object value) {
    if (++count > MAX_ITEMS) {
      throw tooLarge();
    }
    Object same = scalar(value);
    return same != null || value == null ? same : container(value);
  }

  /** The portable form of what holds no other values; null if it may hold some. */
  private static @Nullable Object scalar(@Nullable Object value) {
    if (value instanceof String
        || value instanceof Long
        || value instanceof Double
        || value instanceof Boolean
        || value instanceof Bytes) {
      return value;
    } else if (value instanceof BigInteger big) {
      return Values.normalize(big);
    } else if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
      return ((Number) value).longValue();
    } else if (value instanceof Float number) {
      return (double) number;
    } else if (value instanceof NdArray
        || value instanceof Complex
        || value instanceof Decimal
        || value instanceof DateTime
        || value instanceof Time
        || value instanceof UUID
        || value instanceof EnumMember
        || value instanceof Opaque) {
      return value;
    } else if (value instanceof BigDecimal number) {
      return Decimal.of(number);
    } else if (value instanceof byte[] bytes) {
      return Bytes.copyOf(bytes);
    }
    return time(value);
  }

  private static @Nullable Object time(@Nullable Object value) {
    try {
      if (value instanceof LocalDate date) {
        Micros.checkYear(date.getYear());
        return value;
      } else if (value instanceof Duration duration) {
        Micros.check(duration);
        return value;
      } else if (value instanceof Instant instant) {
        return DateTime.of(instant);
      } else if (value instanceof LocalDateTime local) {
        return DateTime.of(local);
      } else if (value instanceof OffsetDateTime offset) {
        return DateTime.of(offset);
      } else if (value instanceof ZonedDateTime zoned) {
        return DateTime.of(zoned);
      } else if (value instanceof LocalTime local) {
        return Time.of(local);
      } else if (value instanceof OffsetTime offset) {
        return Time.of(offset);
      }
      return null;
    } catch (DateTimeException e) {
      throw ValueException.of(ErrorKind.RANGE, String.valueOf(e.getMessage()));
    }
  }

  private Object container(Object value) {
    if (depth == MAX_DEPTH) {
      throw tooDeep();
    }
    depth++;
    Object checked;
    if (value instanceof Tuple tuple) {
      List<@Nullable Object> items = items(tuple.items());
      checked = items == tuple.items() ? tuple : Tuple.copyOf(items);
    } else if (value instanceof List<?> list) {
      checked = items(list);
    } else if (value instanceof Map<?, ?> map) {
      checked = entries(map);
    } else if (value instanceof Set<?> set) {
      checked = members(set);
    } else if (value instanceof FrozenSet set) {
      Set<@Nullable Object> members = members(set.items());
      checked = members == set.items() ? set : FrozenSet.copyOf(members);
    } else if (value instanceof RecordValue record) {
      Map<@Nullable Object, @Nullable Object> fields = entries(record.fields());
      checked = fields == (Object) record.fields() ? record : withFields(record, fields);
    } else {
      throw ValueException.expected("a portable value", value);
    }
    depth--;
    return checked;
  }

  private static RecordValue withFields(
      RecordValue record, Map<@Nullable Object, @Nullable Object> fields) {
    Map<String, @Nullable Object> named = new LinkedHashMap<>();
    fields.forEach((name, field) -> named.put((String) name, field));
    return new RecordValue(record.type(), named);
  }

  private List<@Nullable Object> items(List<? extends @Nullable Object> list) {
    List<@Nullable Object> copy = null;
    int index = 0;
    for (Object item : list) {
      Object checked;
      try {
        checked = value(item);
      } catch (ValueException e) {
        throw e.atItem(index);
      }
      if (copy == null && checked != item) {
        copy = new ArrayList<>(list);
      }
      if (copy != null) {
        copy.set(index, checked);
      }
      index++;
    }
    if (copy != null) {
      return copy;
    }
    @SuppressWarnings("unchecked") // read only, and every item was looked at
    List<@Nullable Object> same = (List<@Nullable Object>) list;
    return same;
  }

  private Set<@Nullable Object> members(Set<? extends @Nullable Object> set) {
    Set<@Nullable Object> copy = new LinkedHashSet<>();
    DistinctKeys keys = new DistinctKeys();
    boolean changed = false;
    int index = 0;
    for (Object item : set) {
      try {
        Object checked = value(item);
        keys.add(checked);
        changed |= checked != item;
        copy.add(checked);
      } catch (ValueException e) {
        throw e.atItem(index);
      }
      index++;
    }
    if (changed) {
      return copy;
    }
    @SuppressWarnings("unchecked") // read only, and every item was looked at
    Set<@Nullable Object> same = (Set<@Nullable Object>) set;
    return same;
  }

  private Map<@Nullable Object, @Nullable Object> entries(Map<?, ?> map) {
    Map<@Nullable Object, @Nullable Object> copy = null;
    DistinctKeys keys = null;
    int index = 0;
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      Object key = entry.getKey();
      try {
        if (!(key instanceof String)) {
          keys = keys == null ? new DistinctKeys() : keys;
          key = value(key);
          keys.add(key);
        }
        Object value = value(entry.getValue());
        if (copy == null && (key != entry.getKey() || value != entry.getValue())) {
          copy = first(index, map);
        }
        if (copy != null) {
          copy.put(key, value);
        }
      } catch (ValueException e) {
        throw e.atKey(entry.getKey());
      }
      index++;
    }
    if (copy != null) {
      return copy;
    }
    @SuppressWarnings("unchecked") // read only, and every entry was looked at
    Map<@Nullable Object, @Nullable Object> same = (Map<@Nullable Object, @Nullable Object>) map;
    return same;
  }

  /** The first entries, which are as they must be. */
  private static Map<@Nullable Object, @Nullable Object> first(int count, Map<?, ?> map) {
    Map<@Nullable Object, @Nullable Object> copy = new LinkedHashMap<>();
    int left = count;
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      if (left-- == 0) {
        break;
      }
      copy.put(entry.getKey(), entry.getValue());
    }
    return copy;
  }
}
