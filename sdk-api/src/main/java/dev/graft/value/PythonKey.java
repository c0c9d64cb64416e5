package dev.graft.value;

import dev.graft.node.ErrorKind;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What makes two portable values one key in Python, although they differ in Java: {@code 1}, {@code
 * 1.0}, {@code True} and {@code Decimal("1.00")} are one; so are two datetimes of one instant.
 */
final class PythonKey {
  private PythonKey() {}

  /**
   * A Java object that equals that of another value if the values are one key in Python.
   *
   * @throws ValueException if the value cannot be a key at all
   */
  static Object of(@Nullable Object value) {
    if (value == null) {
      return List.of();
    } else if (value instanceof String) {
      return value;
    } else if (value instanceof Boolean || value instanceof Number) {
      return number(value);
    } else if (value instanceof Decimal decimal) {
      return decimal.isFinite() ? exact(decimal) : number(infinity(decimal));
    } else if (value instanceof Complex complex) {
      return complex.imaginary() == 0 ? number(complex.real()) : complexKey(complex);
    } else if (value instanceof Tuple tuple) {
      return List.of("tuple", ofAll(tuple.items()));
    } else if (value instanceof FrozenSet set) {
      return List.of("frozenset", new HashSet<>(ofAll(set.items())));
    } else if (value instanceof RecordValue record) {
      return List.of(record.type(), ofAll(record.fields().values()));
    } else if (value instanceof DateTime time && fixed(time.zone()) != null) {
      LocalDateTime utc = time.local().minus(offset(time.zone()), ChronoUnit.MICROS);
      return List.of("datetime", utc);
    } else if (value instanceof DateTime time) {
      return List.of("datetime", time.local(), time.zone());
    } else if (value instanceof Time time && fixed(time.zone()) != null) {
      long micros = time.local().toNanoOfDay() / 1000 - offset(time.zone());
      return List.of("time", micros);
    } else if (value instanceof Time time) {
      return List.of("time", time.local(), time.zone());
    } else if (value instanceof Bytes
        || value instanceof EnumMember
        || value instanceof LocalDate
        || value instanceof UUID
        || value instanceof Opaque
        || value instanceof Duration
        || (value instanceof NdArray array && array.isScalar())) {
      return List.of(value);
    }
    String advice =
        value instanceof List ? "; use a tuple" : value instanceof Set ? "; use a frozenset" : "";
    throw ValueException.of(
        ErrorKind.TYPE, "a " + Values.typeName(value) + " cannot be a key" + advice);
  }

  private static List<Object> ofAll(Iterable<? extends @Nullable Object> values) {
    List<Object> keys = new ArrayList<>();
    for (Object value : values) {
      keys.add(of(value));
    }
    return keys;
  }

  private static Object complexKey(Complex complex) {
    return List.of("complex", complex.real() + 0.0, complex.imaginary());
  }

  private static Object number(Object value) {
    if (value instanceof Long number) {
      return BigDecimal.valueOf(number).stripTrailingZeros();
    } else if (value instanceof Boolean bool) {
      return bool ? BigDecimal.ONE : BigDecimal.ZERO;
    } else if (value instanceof BigInteger big) {
      return new BigDecimal(big).stripTrailingZeros();
    } else if (value instanceof Double number
        && !Double.isNaN(number)
        && !Double.isInfinite(number)) {
      return new BigDecimal(number).stripTrailingZeros();
    }
    return value; // NaN equals nothing in Python, but a Java map holds one of them only
  }

  private static Object exact(Decimal decimal) {
    try {
      return decimal.toBigDecimal().stripTrailingZeros();
    } catch (ArithmeticException e) {
      return List.of(decimal); // beyond every other number
    }
  }

  private static Object infinity(Decimal decimal) {
    if (decimal.kind() != Decimal.Kind.INFINITE) {
      return List.of(decimal);
    }
    return decimal.negative() ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
  }

  private static Zone.@Nullable Fixed fixed(Optional<Zone> zone) {
    return zone.isPresent() && zone.get() instanceof Zone.Fixed fixed ? fixed : null;
  }

  private static long offset(Optional<Zone> zone) {
    Zone.Fixed fixed = fixed(zone);
    return fixed == null ? 0 : fixed.offsetMicros();
  }
}
