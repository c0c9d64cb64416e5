package dev.graft.processor.model;

import com.palantir.javapoet.ClassName;
import dev.graft.descriptor.ValueType.Scalar;
import java.util.Optional;

/** The Java types that stand for one scalar type each. */
public enum JavaScalar {
  BOOL(Scalar.BOOL, "java.lang", "Boolean", "bool"),
  INT32(Scalar.INT, "java.lang", "Integer", "int32"),
  INT64(Scalar.INT, "java.lang", "Long", "int64"),
  BIG_INT(Scalar.INT, "java.math", "BigInteger", "bigInt"),
  FLOAT64(Scalar.FLOAT, "java.lang", "Double", "float64"),
  NUMBER(Scalar.NUMBER, "java.lang", "Number", "number"),
  STR(Scalar.STR, "java.lang", "String", "str"),
  BYTES(Scalar.BYTES, "dev.graft.value", "Bytes", "bytes"),
  ANY(Scalar.ANY, "java.lang", "Object", "any");

  private final Scalar type;
  private final String packageName;
  private final String simpleName;
  private final String method;

  JavaScalar(Scalar type, String packageName, String simpleName, String method) {
    this.type = type;
    this.packageName = packageName;
    this.simpleName = simpleName;
    this.method = method;
  }

  /** The scalar of a class. */
  public static Optional<JavaScalar> ofClass(CharSequence qualifiedName) {
    for (JavaScalar scalar : values()) {
      if (scalar.className().canonicalName().contentEquals(qualifiedName)) {
        return Optional.of(scalar);
      }
    }
    return Optional.empty();
  }

  /** The type in descriptors. */
  public Scalar type() {
    return type;
  }

  /** The class. */
  public ClassName className() {
    return ClassName.get(packageName, simpleName);
  }

  /** The method of {@code Decode} and {@code Encode} that handles it. */
  public String method() {
    return method;
  }

  /** Whether every object of the class is a portable value, in its one form. */
  public boolean isPortable() {
    return switch (this) {
      case BOOL, INT64, FLOAT64, STR, BYTES -> true;
      case INT32, BIG_INT, NUMBER, ANY -> false;
    };
  }

  /** Whether it is an int, a float, or either. */
  public boolean isNumber() {
    return type == Scalar.INT || type == Scalar.FLOAT || type == Scalar.NUMBER;
  }
}
