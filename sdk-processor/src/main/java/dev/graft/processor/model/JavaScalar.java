package dev.graft.processor.model;

import com.palantir.javapoet.TypeName;
import dev.graft.descriptor.ValueType.Scalar;
import dev.graft.value.Bytes;
import dev.graft.value.Complex;
import dev.graft.value.DateTime;
import dev.graft.value.Decimal;
import dev.graft.value.NdArray;
import dev.graft.value.Time;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** The Java types that stand for one scalar type each. */
public enum JavaScalar {
  BOOL(Scalar.BOOL, Boolean.class, "bool"),
  INT32(Scalar.INT, Integer.class, "int32"),
  INT64(Scalar.INT, Long.class, "int64"),
  BIG_INT(Scalar.INT, BigInteger.class, "bigInt"),
  FLOAT64(Scalar.FLOAT, Double.class, "float64"),
  NUMBER(Scalar.NUMBER, Number.class, "number"),
  STR(Scalar.STR, String.class, "str"),
  BYTES(Scalar.BYTES, Bytes.class, "bytes"),
  BYTE_ARRAY(Scalar.BYTES, byte[].class, "byteArray"),
  BIG_DECIMAL(Scalar.DECIMAL, BigDecimal.class, "bigDecimal"),
  DECIMAL(Scalar.DECIMAL, Decimal.class, "decimal"),
  COMPLEX(Scalar.COMPLEX, Complex.class, "complex"),
  DATE(Scalar.DATE, LocalDate.class, "date"),
  TIME(Scalar.TIME, Time.class, "time"),
  DATE_TIME(Scalar.DATETIME, DateTime.class, "dateTime"),
  DURATION(Scalar.TIMEDELTA, Duration.class, "duration"),
  UUID(Scalar.UUID, UUID.class, "uuid"),
  ARRAY(Scalar.ARRAY, NdArray.class, "array"),
  ANY(Scalar.ANY, Object.class, "any");

  private final Scalar type;
  private final Class<?> javaClass;
  private final String method;

  JavaScalar(Scalar type, Class<?> javaClass, String method) {
    this.type = type;
    this.javaClass = javaClass;
    this.method = method;
  }

  /** The scalar of a class. */
  public static Optional<JavaScalar> ofClass(CharSequence qualifiedName) {
    for (JavaScalar scalar : values()) {
      if (scalar.javaClass.getName().contentEquals(qualifiedName)) {
        return Optional.of(scalar);
      }
    }
    return Optional.empty();
  }

  /** The type in descriptors. */
  public Scalar type() {
    return type;
  }

  /** The class, which is no primitive. */
  public TypeName typeName() {
    return TypeName.get(javaClass);
  }

  /** The method of {@code Decode} and {@code Encode} that handles it. */
  public String method() {
    return method;
  }

  /** Whether every object of the class is a portable value, in its one form. */
  public boolean isPortable() {
    return switch (this) {
      case BOOL, INT64, FLOAT64, STR, BYTES, DECIMAL, COMPLEX, TIME, DATE_TIME, UUID -> true;
      case INT32, BIG_INT, NUMBER, BYTE_ARRAY, BIG_DECIMAL, DATE, DURATION, ARRAY, ANY -> false;
    };
  }

  /** Whether it may be a dict key: Java compares arrays of bytes by identity. */
  public boolean isKey() {
    return this != BYTE_ARRAY && this != ARRAY;
  }

  /** Whether two values may differ in Java and be one key in Python. */
  public boolean mayCollide() {
    return switch (this) {
      case FLOAT64, NUMBER, BIG_DECIMAL, DECIMAL, COMPLEX, TIME, DATE_TIME, ANY -> true;
      case BOOL, INT32, INT64, BIG_INT, STR, BYTES, DATE, DURATION, UUID, BYTE_ARRAY, ARRAY ->
          false;
    };
  }

  /** Whether annotations can give a value of it as text. */
  public boolean hasLiteral() {
    return this == BOOL || this == STR || isNumber();
  }

  /** Whether it is an int, a float, or either. */
  public boolean isNumber() {
    return type == Scalar.INT || type == Scalar.FLOAT || type == Scalar.NUMBER;
  }
}
