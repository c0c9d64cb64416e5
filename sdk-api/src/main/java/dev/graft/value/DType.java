package dev.graft.value;

import java.nio.ByteOrder;
import java.util.Optional;

/** What an array is made of, as NumPy has it. */
public enum DType {
  BOOL("b1"),
  INT8("i1"),
  INT16("i2"),
  INT32("i4"),
  INT64("i8"),
  UINT8("u1"),
  UINT16("u2"),
  UINT32("u4"),
  UINT64("u8"),
  FLOAT16("f2"),
  FLOAT32("f4"),
  FLOAT64("f8"),
  COMPLEX64("c8"),
  COMPLEX128("c16");

  private final String code;

  DType(String code) {
    this.code = code;
  }

  /** The size of an element in bytes. */
  public int size() {
    return Integer.parseInt(code, 1, code.length(), 10);
  }

  /** The array interface's text for elements of this type in an order, such as {@code <f8}. */
  public String text(ByteOrder order) {
    char sign = size() == 1 ? '|' : order == ByteOrder.LITTLE_ENDIAN ? '<' : '>';
    return sign + code;
  }

  /** The type that the array interface's text means, whatever the order. */
  public static Optional<DType> of(String text) {
    for (DType type : values()) {
      String orders = type.size() == 1 ? "|<>" : "<>";
      boolean signed =
          text.length() == type.code.length() + 1 && orders.indexOf(text.charAt(0)) >= 0;
      if (signed && text.endsWith(type.code)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }

  /** Whether an element is a whole number, with or without sign. */
  public boolean isInt() {
    return code.charAt(0) == 'i' || code.charAt(0) == 'u';
  }

  /** Whether an element is a complex number. */
  public boolean isComplex() {
    return code.charAt(0) == 'c';
  }
}
