package dev.graft.value;

import java.math.BigInteger;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What all portable values have in common: a type name, a short text, one form per number. */
public final class Values {
  private static final BigInteger LONG_MIN = BigInteger.valueOf(Long.MIN_VALUE);
  private static final BigInteger LONG_MAX = BigInteger.valueOf(Long.MAX_VALUE);
  private static final int SHOWN = 40;

  private Values() {}

  /** The Python name of a portable value's type; of anything else, the name of its class. */
  public static String typeName(@Nullable Object value) {
    if (value == null) {
      return "none";
    } else if (value instanceof Boolean) {
      return "bool";
    } else if (value instanceof Long || value instanceof BigInteger) {
      return "int";
    } else if (value instanceof Double) {
      return "float";
    } else if (value instanceof String) {
      return "str";
    } else if (value instanceof Bytes) {
      return "bytes";
    } else if (value instanceof List) {
      return "list";
    } else if (value instanceof Tuple) {
      return "tuple";
    } else if (value instanceof Map) {
      return "dict";
    } else if (value instanceof Set) {
      return "set";
    } else if (value instanceof FrozenSet) {
      return "frozenset";
    } else if (value instanceof RecordValue record) {
      return record.type();
    } else if (value instanceof EnumMember member) {
      return member.type();
    } else if (value instanceof NdArray array) {
      return array.isScalar() ? "scalar" : "array";
    }
    return rareTypeName(value);
  }

  private static String rareTypeName(Object value) {
    if (value instanceof Complex) {
      return "complex";
    } else if (value instanceof Decimal) {
      return "Decimal";
    } else if (value instanceof LocalDate) {
      return "date";
    } else if (value instanceof Time) {
      return "time";
    } else if (value instanceof DateTime) {
      return "datetime";
    } else if (value instanceof Duration) {
      return "timedelta";
    } else if (value instanceof UUID) {
      return "UUID";
    } else if (value instanceof Opaque) {
      return "opaque";
    }
    return value.getClass().getName();
  }

  /** An int in its one form: a Long if it fits, else the BigInteger itself. */
  public static Number normalize(BigInteger value) {
    return value.compareTo(LONG_MIN) >= 0 && value.compareTo(LONG_MAX) <= 0
        ? (Number) value.longValue()
        : value;
  }

  /** An int of either form as a BigInteger. */
  public static BigInteger toBigInteger(Number value) {
    return value instanceof BigInteger big ? big : BigInteger.valueOf(value.longValue());
  }

  /** The type of a value and, where it is short, the value: {@code str "abc"}. */
  public static String describe(@Nullable Object value) {
    if (value == null || value instanceof Bytes) {
      return value == null ? "none" : value.toString();
    } else if (value instanceof List<?> list) {
      return "list of " + list.size();
    } else if (value instanceof Tuple tuple) {
      return "tuple of " + tuple.size();
    } else if (value instanceof Map<?, ?> map) {
      return "dict of " + map.size();
    } else if (value instanceof Set<?> set) {
      return "set of " + set.size();
    } else if (value instanceof FrozenSet set) {
      return "frozenset of " + set.size();
    } else if (value instanceof NdArray || value instanceof Opaque) {
      return value.toString();
    } else if (value instanceof RecordValue || value instanceof EnumMember) {
      return quote(value);
    }
    return typeName(value) + " " + quote(value);
  }

  /** A value as a short text, with quotes around a str and without the rest of a long one. */
  public static String quote(@Nullable Object value) {
    String text = String.valueOf(value);
    String cut = text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
    return value instanceof String ? '"' + cut + '"' : cut;
  }
}
