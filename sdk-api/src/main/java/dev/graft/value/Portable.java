package dev.graft.value;

import dev.graft.node.ErrorKind;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The one rule that says which Java objects are portable. Java's narrower numbers become the value
 * they stand for ({@code Integer}, {@code Short} and {@code Byte} an int, {@code Float} the float
 * of equal value); everything else that is not portable is refused.
 */
@SuppressWarnings("ReferenceEquality") // "the same object" is what it asks: nothing is copied then
public final class Portable {
  /** How deep values may be nested: as deep as the bridges go. */
  public static final int MAX_DEPTH = 1000;

  private Portable() {}

  /**
   * The value in its one portable form. A value that is in that form already is returned as it is,
   * not copied.
   *
   * @throws ValueException if something in it is not portable; the path says what
   */
  public static @Nullable Object check(@Nullable Object value) {
    return check(value, 0);
  }

  private static @Nullable Object check(@Nullable Object value, int depth) {
    if (value == null
        || value instanceof String
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
    } else if (depth >= MAX_DEPTH) {
      throw ValueException.of(
          ErrorKind.RANGE, "nested deeper than " + MAX_DEPTH + " levels, or part of itself");
    } else if (value instanceof Tuple tuple) {
      List<@Nullable Object> checked = items(tuple.items(), depth);
      return checked == tuple.items() ? tuple : Tuple.copyOf(checked);
    } else if (value instanceof List<?> list) {
      return items(list, depth);
    } else if (value instanceof Map<?, ?> map) {
      return entries(map, depth);
    }
    throw ValueException.expected("a portable value", value);
  }

  private static List<@Nullable Object> items(List<? extends @Nullable Object> list, int depth) {
    List<@Nullable Object> copy = null;
    int index = 0;
    for (Object item : list) {
      Object checked;
      try {
        checked = check(item, depth + 1);
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

  private static Map<@Nullable Object, @Nullable Object> entries(Map<?, ?> map, int depth) {
    boolean changed = false;
    Map<@Nullable Object, @Nullable Object> copy = new LinkedHashMap<>();
    Set<Object> numbers = new HashSet<>();
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      try {
        Object key = check(entry.getKey(), depth + 1);
        checkKey(key, numbers);
        Object value = check(entry.getValue(), depth + 1);
        changed |= key != entry.getKey() || value != entry.getValue();
        copy.put(key, value);
      } catch (ValueException e) {
        throw e.atKey(entry.getKey());
      }
    }
    if (changed) {
      return copy;
    }
    @SuppressWarnings("unchecked") // read only, and every entry was looked at
    Map<@Nullable Object, @Nullable Object> same = (Map<@Nullable Object, @Nullable Object>) map;
    return same;
  }

  /**
   * Python hashes {@code 1}, {@code 1.0} and {@code True} alike: a dict cannot hold two of them.
   */
  private static void checkKey(@Nullable Object key, Set<Object> numbers) {
    if (key instanceof List || key instanceof Map) {
      throw ValueException.of(
          ErrorKind.TYPE, "a " + Values.typeName(key) + " cannot be a dict key; use a tuple");
    } else if (key instanceof Boolean || key instanceof Number) {
      if (!numbers.add(numericKey(key))) {
        throw ValueException.of(
            ErrorKind.INVALID, "an equal number is a key already: 1, 1.0 and True are one key");
      }
    } else if (key instanceof Tuple tuple) {
      for (Object item : tuple) {
        checkKey(item, new HashSet<>());
      }
    }
  }

  private static Object numericKey(Object key) {
    if (key instanceof Boolean bool) {
      return bool ? BigInteger.ONE : BigInteger.ZERO;
    } else if (key instanceof Long number) {
      return BigInteger.valueOf(number);
    } else if (key instanceof Double number
        && number == Math.rint(number)
        && !Double.isInfinite(number)) {
      return new BigDecimal(number).toBigIntegerExact();
    }
    return key;
  }
}
