package dev.graft.value;

import dev.graft.descriptor.ValueType;
import dev.graft.descriptor.ValueType.Scalar;
import dev.graft.node.ErrorKind;
import java.math.BigInteger;
import java.util.Map;
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
    Object checked = Portable.check(value);
    if (!Numbers.isNumber(checked)) {
      throw ValueException.expected(Scalar.NUMBER.text(), checked);
    }
    return some(checked, Scalar.NUMBER);
  }

  /** A str. */
  public static String str(@Nullable String value) {
    return some(value, Scalar.STR);
  }

  /** Bytes. */
  public static Bytes bytes(@Nullable Bytes value) {
    return some(value, Scalar.BYTES);
  }

  /**
   * The dict itself, after a look at keys that are different in Java and may be one in Python.
   *
   * @param count how many keys it was made of
   */
  public static Map<@Nullable Object, @Nullable Object> distinct(
      Map<@Nullable Object, @Nullable Object> dict, int count) {
    DistinctKeys.check(dict.keySet());
    if (dict.size() != count) {
      throw ValueException.of(
          ErrorKind.INVALID, "two of its keys are one key in Python, as are 1, 1.0 and True");
    }
    return dict;
  }

  private static <T> T some(@Nullable T value, Scalar type) {
    if (value == null) {
      throw ValueException.expected(type.text(), null);
    }
    return value;
  }
}
