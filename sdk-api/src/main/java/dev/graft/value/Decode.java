package dev.graft.value;

import dev.graft.descriptor.StateDescriptor;
import dev.graft.descriptor.ValueType;
import dev.graft.descriptor.ValueType.Scalar;
import dev.graft.node.ErrorKind;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What generated code calls to turn portable values into declared Java types. A value of another
 * type is a {@link ValueException} whose path the callers add on its way out. A Java type that is a
 * portable value itself comes back as the object that it is, so neither a primitive nor its box
 * costs anything.
 */
public final class Decode {
  private Decode() {}

  /** Any portable value, as it is. */
  public static @Nullable Object any(@Nullable Object value) {
    return value;
  }

  /** A bool. */
  public static Boolean bool(@Nullable Object value) {
    if (value instanceof Boolean bool) {
      return bool;
    }
    throw expected(Scalar.BOOL, value);
  }

  /** An int that fits 32 bits; a larger one is refused with kind RANGE. */
  public static int int32(@Nullable Object value) {
    long number = int64(value);
    if (number != (int) number) {
      throw ValueException.of(ErrorKind.RANGE, "the int does not fit 32 bits");
    }
    return (int) number;
  }

  /** An int that fits 64 bits; a larger one is refused with kind RANGE. */
  public static Long int64(@Nullable Object value) {
    if (value instanceof Long number) {
      return number;
    } else if (value instanceof BigInteger) {
      throw ValueException.of(ErrorKind.RANGE, "the int does not fit 64 bits");
    }
    throw expected(Scalar.INT, value);
  }

  /** An int of any size. */
  public static BigInteger bigInt(@Nullable Object value) {
    if (value instanceof Long number) {
      return BigInteger.valueOf(number);
    } else if (value instanceof BigInteger big) {
      return big;
    }
    throw expected(Scalar.INT, value);
  }

  /** A float. An int is refused: it would lose its type. */
  public static Double float64(@Nullable Object value) {
    if (value instanceof Double number) {
      return number;
    }
    throw expected(Scalar.FLOAT, value);
  }

  /** A bool, int or float. A bool becomes the int that Python's arithmetic takes it for. */
  public static Number number(@Nullable Object value) {
    if (value instanceof Long || value instanceof Double || value instanceof BigInteger) {
      return (Number) value;
    } else if (value instanceof Boolean bool) {
      return bool ? 1L : 0L;
    }
    throw expected(Scalar.NUMBER, value);
  }

  /** A str. */
  public static String str(@Nullable Object value) {
    if (value instanceof String text) {
      return text;
    }
    throw expected(Scalar.STR, value);
  }

  /** Bytes. */
  public static Bytes bytes(@Nullable Object value) {
    if (value instanceof Bytes bytes) {
      return bytes;
    }
    throw expected(Scalar.BYTES, value);
  }

  /** Bytes, as a new array. */
  public static byte[] byteArray(@Nullable Object value) {
    return bytes(value).toByteArray();
  }

  /** A decimal that Java can hold; another one is refused with kind RANGE. */
  public static BigDecimal bigDecimal(@Nullable Object value) {
    Decimal decimal = decimal(value);
    try {
      BigDecimal number = decimal.toBigDecimal();
      if (number.signum() != 0 || !decimal.negative()) {
        return number;
      }
    } catch (ArithmeticException e) {
      // It is no number, or its exponent is beyond Java's.
    }
    throw ValueException.of(
        ErrorKind.RANGE, "BigDecimal cannot hold the decimal " + Values.quote(decimal));
  }

  /** A decimal, which may be infinite or no number. */
  public static Decimal decimal(@Nullable Object value) {
    if (value instanceof Decimal decimal) {
      return decimal;
    }
    throw expected(Scalar.DECIMAL, value);
  }

  /** A complex number. */
  public static Complex complex(@Nullable Object value) {
    if (value instanceof Complex complex) {
      return complex;
    }
    throw expected(Scalar.COMPLEX, value);
  }

  /** A date. */
  public static LocalDate date(@Nullable Object value) {
    if (value instanceof LocalDate date) {
      return date;
    }
    throw expected(Scalar.DATE, value);
  }

  /** A time, naive or aware. */
  public static Time time(@Nullable Object value) {
    if (value instanceof Time time) {
      return time;
    }
    throw expected(Scalar.TIME, value);
  }

  /** A datetime, naive or aware. */
  public static DateTime dateTime(@Nullable Object value) {
    if (value instanceof DateTime time) {
      return time;
    }
    throw expected(Scalar.DATETIME, value);
  }

  /** A timedelta. */
  public static Duration duration(@Nullable Object value) {
    if (value instanceof Duration duration) {
      return duration;
    }
    throw expected(Scalar.TIMEDELTA, value);
  }

  /** A UUID. */
  public static UUID uuid(@Nullable Object value) {
    if (value instanceof UUID uuid) {
      return uuid;
    }
    throw expected(Scalar.UUID, value);
  }

  /** An array; a NumPy scalar is none. */
  public static NdArray array(@Nullable Object value) {
    if (value instanceof NdArray array && !array.isScalar()) {
      return array;
    }
    throw expected(Scalar.ARRAY, value);
  }

  /** The items of a list, whatever they are. */
  public static List<?> list(@Nullable Object value, ValueType.ListOf type) {
    if (value instanceof List<?> items) {
      return items;
    }
    throw expected(type, value);
  }

  /** The items of a set, whatever they are; a frozenset is none. */
  public static Set<?> set(@Nullable Object value, ValueType.SetOf type) {
    if (value instanceof Set<?> items) {
      return items;
    }
    throw expected(type, value);
  }

  /** A tuple of the right length, whatever is in it. */
  public static Tuple tuple(@Nullable Object value, ValueType.TupleOf type) {
    if (value instanceof Tuple items && items.size() == type.items().size()) {
      return items;
    }
    throw expected(type, value);
  }

  /** The entries of a dict, whatever they are. */
  public static Map<?, ?> dict(@Nullable Object value, ValueType.DictOf type) {
    if (value instanceof Map<?, ?> entries) {
      return entries;
    }
    throw expected(type, value);
  }

  /** A str that may be one of the choices; if it is not, throw {@link #notOneOf}. */
  public static String choice(@Nullable Object value, ValueType.EnumOf type) {
    if (value instanceof String text) {
      return text;
    }
    throw expected(type, value);
  }

  /** The error for a str that is none of the choices. */
  public static ValueException notOneOf(@Nullable Object value, ValueType.EnumOf type) {
    return ValueException.of(
        ErrorKind.INVALID, "expected " + type.text() + ", got " + Values.describe(value));
  }

  /**
   * A dict whose entries are those of a record. Keys are looked at here only if their number is
   * wrong: with the right number, an unknown key means that another one is missing, which is found
   * by whoever reads that one.
   */
  public static Map<?, ?> record(@Nullable Object value, ValueType.RecordOf type) {
    if (!(value instanceof Map<?, ?> dict)) {
      throw ValueException.expected("dict " + type.text(), value);
    }
    RecordKeys.checkCount(dict, type);
    return dict;
  }

  /** The entry of a record that may be none, but not missing. */
  public static @Nullable Object required(Map<?, ?> dict, String key, ValueType.RecordOf type) {
    return RecordKeys.required(dict, key, type);
  }

  /** The entry of a record that may be none or missing. */
  public static @Nullable Object optional(Map<?, ?> dict, String key, ValueType.RecordOf type) {
    return RecordKeys.optional(dict, key, type);
  }

  /**
   * The text that says which variant of a union a dict is; if it is none, throw {@link #noVariant}.
   */
  public static String tag(@Nullable Object value, ValueType.UnionOf type) {
    if (!(value instanceof Map<?, ?> dict)) {
      throw ValueException.expected("dict " + type.text(), value);
    }
    return RecordKeys.tag(dict, type);
  }

  /** The error for a tag that belongs to no variant. */
  public static ValueException noVariant(@Nullable Object value, ValueType.UnionOf type) {
    return RecordKeys.noVariant(tag(value, type), type);
  }

  /** A variant of a union as the dict that it is, the tag being one of its entries. */
  public static ValueType.RecordOf tagged(ValueType.UnionOf type, String variant) {
    return RecordKeys.tagged(type, variant);
  }

  /** What is wrong with a record, after an error in the entry at a key. */
  public static ValueException inRecord(
      ValueException error, String key, Map<?, ?> dict, ValueType.RecordOf type) {
    return RecordKeys.explain(error, key, dict, type);
  }

  /** A node's state as the dict that a snapshot is. */
  public static ValueType.RecordOf stateType(StateDescriptor state) {
    return new ValueType.RecordOf(
        state.fields().stream()
            .map(field -> new ValueType.RecordOf.Field(field.name(), field.type()))
            .toList());
  }

  private static ValueException expected(ValueType type, @Nullable Object value) {
    return ValueException.expected(type.text(), value);
  }
}
