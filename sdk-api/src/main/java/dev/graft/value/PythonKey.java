package dev.graft.value;

import dev.graft.node.ErrorKind;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What makes two portable values one key in Python, although they differ in Java: {@code 1}, {@code
 * 1.0}, {@code True} and {@code Decimal("1.00")} are one; so are two datetimes of one instant. What
 * a class of Python itself decides is left to Python: whether a record is a named tuple, and so
 * equal to a tuple, or an enum an {@code IntEnum}, and so equal to an int.
 */
public final class PythonKey {
  private static final int LONG_DIGITS = 19;

  /** The most digits before the point of a float, and after it. */
  private static final int DOUBLE_DIGITS = 309;

  private static final int DOUBLE_SCALE = 1074;

  private final Object content;
  private final int hash;

  private PythonKey(Object content) {
    this.content = content;
    this.hash = content.hashCode();
  }

  /**
   * The key of a value: equal keys are one key in Python.
   *
   * @throws ValueException if the value cannot be a key at all
   */
  public static PythonKey of(@Nullable Object value) {
    return new PythonKey(content(value));
  }

  private static Object content(@Nullable Object value) {
    if (value == null) {
      return List.of();
    } else if (value instanceof String) {
      return value;
    } else if (value instanceof Boolean || value instanceof Number) {
      return number(value);
    } else if (value instanceof Decimal decimal) {
      return decimal(decimal);
    } else if (value instanceof Complex complex) {
      return complex(complex);
    } else if (value instanceof NdArray array && array.isScalar()) {
      return scalar(array);
    } else if (value instanceof Tuple tuple) {
      return List.of("tuple", ofAll(tuple.items()));
    } else if (value instanceof FrozenSet set) {
      return List.of("frozenset", new HashSet<>(ofAll(set.items())));
    } else if (value instanceof RecordValue record) {
      return List.of(record.type(), ofAll(record.fields().values()));
    } else if (value instanceof DateTime time) {
      return dateTime(time);
    } else if (value instanceof Time time) {
      return time(time);
    } else if (value instanceof Bytes
        || value instanceof EnumMember
        || value instanceof LocalDate
        || value instanceof UUID
        || value instanceof Opaque
        || value instanceof Duration) {
      return List.of(value);
    }
    String advice =
        value instanceof List ? "; use a tuple" : value instanceof Set ? "; use a frozenset" : "";
    String article = value instanceof NdArray ? "an " : "a ";
    throw notHashable(article + Values.typeName(value), advice);
  }

  private static ValueException notHashable(String what, String advice) {
    return ValueException.of(ErrorKind.TYPE, what + " cannot be a key" + advice);
  }

  private static List<PythonKey> ofAll(Iterable<? extends @Nullable Object> values) {
    List<PythonKey> keys = new ArrayList<>();
    for (Object value : values) {
      keys.add(of(value));
    }
    return keys;
  }

  private static Object complex(Complex complex) {
    return complex.imaginary() == 0
        ? number(complex.real())
        : List.of("complex", complex.real() + 0.0, complex.imaginary());
  }

  private static Object scalar(NdArray scalar) {
    DType type = scalar.type();
    if (type.isComplex()) {
      return complex(scalar.getComplex());
    } else if (type == DType.UINT64) {
      return number(new BigInteger(Long.toUnsignedString(scalar.getLong())));
    }
    return type.isInt() || type == DType.BOOL
        ? number(scalar.getLong())
        : number(scalar.getDouble());
  }

  private static Object number(Object value) {
    if (value instanceof Long) {
      return value;
    } else if (value instanceof Boolean bool) {
      return bool ? 1L : 0L;
    } else if (value instanceof Double number) {
      // NaN equals nothing in Python, but a Java map holds one of them only.
      boolean isInt = number == Math.rint(number) && number >= -0x1p63 && number < 0x1p63;
      return isInt ? (Object) number.longValue() : value;
    }
    return exact(new BigDecimal((BigInteger) value));
  }

  /**
   * The one form of a number: a Long if there is one, else a Double if there is one, else itself.
   * So the many floats among keys need no arithmetic.
   */
  private static Object exact(BigDecimal number) {
    BigDecimal exact = number.stripTrailingZeros();
    long digits = (long) exact.precision() - exact.scale();
    if (exact.scale() <= 0 && digits <= LONG_DIGITS) {
      BigInteger whole = exact.toBigInteger();
      if (whole.bitLength() < Long.SIZE) {
        return whole.longValue();
      }
    }
    if (exact.scale() <= DOUBLE_SCALE && digits <= DOUBLE_DIGITS) {
      double near = exact.doubleValue();
      if (!Double.isInfinite(near) && new BigDecimal(near).compareTo(exact) == 0) {
        return near;
      }
    }
    return exact;
  }

  private static Object decimal(Decimal decimal) {
    return switch (decimal.kind()) {
      case FINITE -> exact(decimal);
      case INFINITE -> decimal.negative() ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
      case NAN -> List.of(decimal);
      case SIGNALING_NAN -> throw notHashable("a signaling NaN", "");
    };
  }

  private static Object exact(Decimal decimal) {
    try {
      return exact(decimal.toBigDecimal());
    } catch (ArithmeticException e) {
      return beyond(decimal);
    }
  }

  /** A decimal whose exponent Java's do not reach. */
  private static Object beyond(Decimal decimal) {
    BigDecimal digits = new BigDecimal(decimal.coefficient()).stripTrailingZeros();
    return digits.signum() == 0
        ? 0L
        : List.of(decimal.negative(), digits.unscaledValue(), decimal.exponent() - digits.scale());
  }

  private static Object dateTime(DateTime time) {
    OptionalLong offset = ZoneOffsets.of(time);
    return offset.isPresent()
        ? List.of("datetime", time.local().minus(offset.getAsLong(), ChronoUnit.MICROS))
        : List.of("datetime", time.local(), time.zone());
  }

  private static Object time(Time time) {
    OptionalLong offset = time.zone().map(ZoneOffsets::always).orElse(OptionalLong.empty());
    if (offset.isPresent()) {
      long micros = time.local().toNanoOfDay() / 1000 - offset.getAsLong();
      // Python compares seconds and microseconds apart, and looks only at the offset's seconds.
      return List.of("time", micros, Math.floorMod(offset.getAsLong(), Zone.Fixed.SECOND));
    }
    // Where the offset depends on the date, a time of day has none, and is as good as naive.
    Optional<Zone> unknown = time.zone().filter(zone -> !ZoneOffsets.isKnown(zone));
    return List.of("time", time.local(), unknown);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PythonKey key && hash == key.hash && content.equals(key.content);
  }

  @Override
  public int hashCode() {
    return hash;
  }
}
