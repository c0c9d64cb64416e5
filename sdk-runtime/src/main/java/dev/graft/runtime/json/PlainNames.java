package dev.graft.runtime.json;

import dev.graft.value.Bytes;
import dev.graft.value.EnumMember;
import dev.graft.value.FloatText;
import dev.graft.value.NdArray;
import dev.graft.value.Opaque;
import dev.graft.value.RecordValue;
import dev.graft.value.ValueException;
import dev.graft.value.Values;
import java.util.UUID;

/** What the values are called that ordinary JSON cannot hold. */
final class PlainNames {
  private PlainNames() {}

  static String of(Object value) {
    return switch (value) {
      case Double number -> FloatText.of(number);
      case String _ -> "a str with a lone surrogate";
      case Bytes _ -> "bytes";
      case EnumMember _ -> "an enum member";
      case RecordValue _ -> "a record";
      case NdArray array -> array.isScalar() ? "a NumPy scalar" : "an array";
      case Opaque _ -> "an opaque reference";
      case UUID _ -> "a UUID";
      default -> {
        String name = Values.typeName(value);
        if (name.equals(value.getClass().getName())) {
          throw ValueException.expected("a portable value", value);
        }
        yield "a " + name;
      }
    };
  }
}
