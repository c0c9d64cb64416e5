package dev.graft.value;

import dev.graft.descriptor.ValueType;
import dev.graft.descriptor.ValueType.Scalar;
import dev.graft.node.ErrorKind;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What generated code calls to turn declared Java types into portable values. A null where no none
 * is declared, and what Python could not hold, is a {@link ValueException} whose path the callers
 * add on its way out.
 */
public final class Encode {
  private Encode() {}

  /** Refuses null. */
  public static void present(@Nullable Object value, ValueType type) {
    if (value == null) {
      throw ValueException.expected(type.text(), null);
    }
  }

  /** Refuses null in the place of an {@code Optional}. */
  public static void present(@Nullable Object optional) {
    if (optional == null) {
      throw ValueException.of(
          ErrorKind.TYPE, "expected an Optional, got null; write Optional.empty() for none");
    }
  }

  /** Any portable value, in its one form. */
  public static @Nullable Object any(@Nullable Object value) {
    return Portable.check(value);
  }

  /** A bool. */
  public static Boolean bool(@Nullable Boolean value) {
    return some(value, Scalar.BOOL);
  }

  /** An int. */
  public static Long int32(@Nullable Integer value) {
    return some(value, Scalar.INT).longValue();
  }

  /** An int. */
  public static Long int64(@Nullable Long value) {
    return some(value, Scalar.INT);
  }

  /** An int, in its one form. */
  public static Number bigInt(@Nullable BigInteger value) {
    return Values.normalize(some(value, Scalar.INT));
  }

  /** A float. */
  public static Double float64(@Nullable Double value) {
    return some(value, Scalar.FLOAT);
  }

  /** An int or a float, in its one form; a number of another kind is refused. */
  public static Object number(@Nullable Number value) {
    if (value instanceof Long || value instanceof Double) {
      return value;
    }
    Object checked = checked(value, Scalar.NUMBER);
    if (!Numbers.isNumber(checked)) {
      throw ValueException.expected(Scalar.NUMBER.text(), checked);
    }
    return checked;
  }

  /** A str. */
  public static String str(@Nullable String value) {
    return some(value, Scalar.STR);
  }

  /** Bytes. */
  public static Bytes bytes(@Nullable Bytes value) {
    return some(value, Scalar.BYTES);
  }

  /** Bytes; the array is copied. */
  public static Bytes byteArray(byte @Nullable [] value) {
    return Bytes.copyOf(some(value, Scalar.BYTES));
  }

  /** A decimal. */
  public static Decimal bigDecimal(@Nullable BigDecimal value) {
    return Decimal.of(some(value, Scalar.DECIMAL));
  }

  /** A decimal, which may be infinite or no number. */
  public static Decimal decimal(@Nullable Decimal value) {
    return some(value, Scalar.DECIMAL);
  }

  /** A complex number. */
  public static Complex complex(@Nullable Complex value) {
    return some(value, Scalar.COMPLEX);
  }

  /** A date; one with a year that Python does not have is refused with kind RANGE. */
  public static Object date(@Nullable LocalDate value) {
    return checked(value, Scalar.DATE);
  }

  /** A time, naive or aware. */
  public static Time time(@Nullable Time value) {
    return some(value, Scalar.TIME);
  }

  /** A datetime, naive or aware. */
  public static DateTime dateTime(@Nullable DateTime value) {
    return some(value, Scalar.DATETIME);
  }

  /**
   * A timedelta; one finer than a microsecond, or longer than Python's is refused with kind RANGE.
   */
  public static Object duration(@Nullable Duration value) {
    return checked(value, Scalar.TIMEDELTA);
  }

  /** A UUID. */
  public static UUID uuid(@Nullable UUID value) {
    return some(value, Scalar.UUID);
  }

  /** An array; a NumPy scalar is none. */
  public static NdArray array(@Nullable NdArray value) {
    return Decode.array(value);
  }

  /**
   * The dict itself, after a look at keys that are different in Java and may be one in Python.
   *
   * @param count how many keys it was made of
   */
  public static Map<@Nullable Object, @Nullable Object> distinct(
      Map<@Nullable Object, @Nullable Object> dict, int count) {
    DistinctKeys.checkKeys(dict.keySet());
    checkCount(dict.size(), count);
    return dict;
  }

  /**
   * The set itself, after a look at items that are different in Java and may be one in Python.
   *
   * @param count how many items it was made of
   */
  public static Set<@Nullable Object> distinct(Set<@Nullable Object> set, int count) {
    DistinctKeys.checkItems(set);
    checkCount(set.size(), count);
    return set;
  }

  private static void checkCount(int distinct, int count) {
    if (distinct != count) {
      throw ValueException.of(
          ErrorKind.INVALID, "two of its keys are one key in Python, as are 1, 1.0 and True");
    }
  }

  private static Object checked(@Nullable Object value, Scalar type) {
    Object checked = Portable.check(value);
    if (checked == null) {
      throw ValueException.expected(type.text(), null);
    }
    return checked;
  }

  private static <T> T some(@Nullable T value, Scalar type) {
    if (value == null) {
      throw ValueException.expected(type.text(), null);
    }
    return value;
  }
}
