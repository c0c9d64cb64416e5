package dev.graft.py;

import dev.graft.value.NdArray;
import dev.graft.value.Values;
import org.jspecify.annotations.Nullable;

/** The name of a value's type as {@code type(value).__name__} has it. */
public final class PyTypeName {
  private PyTypeName() {}

  /** The name; of an array that of NumPy's, whatever holds it. */
  public static String of(@Nullable Object value) {
    if (value == null) {
      return "NoneType";
    }
    return value instanceof NdArray array && !array.isScalar() ? "ndarray" : Values.typeName(value);
  }
}
