package dev.graft.processor.write;

import dev.graft.processor.model.JavaScalar;
import dev.graft.processor.model.TypeRef;

/** What is known of dict keys and of items of sets before there are any. */
final class Keys {
  private Keys() {}

  /** Whether values of a type may differ in Java and be one key in Python. */
  static boolean mayCollide(TypeRef type) {
    return type instanceof TypeRef.ScalarRef scalar && mayCollide(scalar.scalar());
  }

  private static boolean mayCollide(JavaScalar scalar) {
    return switch (scalar) {
      case BOOL, INT32, INT64, BIG_INT, STR, BYTES -> false;
      case FLOAT64, NUMBER, ANY -> true;
    };
  }
}
