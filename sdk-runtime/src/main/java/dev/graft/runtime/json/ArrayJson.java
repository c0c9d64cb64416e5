package dev.graft.runtime.json;

import dev.graft.value.DType;
import dev.graft.value.NdArray;
import dev.graft.value.Values;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Arrays in typed JSON: {@code {"dtype":"<f8","shape":[2],"b64":"…"}}, row by row. */
final class ArrayJson {
  private ArrayJson() {}

  /** The array of an object's entries, which may come in any order. */
  static NdArray read(@Nullable Object value) {
    if (!(value instanceof Map<?, ?> entries)) {
      throw new Malformed("\"$nd\" is followed by an object");
    }
    for (Object key : entries.keySet()) {
      if (!List.of("dtype", "shape", "b64", "scalar").contains(key)) {
        throw new Malformed(
            "an array has \"dtype\", \"shape\", \"b64\" and perhaps \"scalar\", not "
                + Values.quote(key));
      }
    }
    DType type = DType.of(text(entries, "dtype")).orElseThrow(() -> noSuchType(entries));
    ByteOrder order =
        text(entries, "dtype").startsWith(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    int[] shape = shape(entries.get("shape"));
    ByteBuffer bytes = ByteBuffer.wrap(bytes(text(entries, "b64")));
    return scalar(entries, array(type, order, bytes, shape));
  }

  private static NdArray array(DType type, ByteOrder order, ByteBuffer bytes, int[] shape) {
    try {
      NdArray array = NdArray.over(type, order, bytes, shape);
      if (array.size() * type.size() == bytes.limit()) {
        return array;
      }
    } catch (IllegalArgumentException | ArithmeticException e) {
      // As below: more elements than bytes.
    }
    throw new Malformed(
        "an array of this \"dtype\" and \"shape\" has another number of bytes than the %d in \"b64\""
            .formatted(bytes.limit()));
  }

  private static Malformed noSuchType(Map<?, ?> entries) {
    return new Malformed(
        "%s is no \"dtype\" of an array; some are |b1, |u1, <i8, <f4, <f8, <c16, and > for big-endian"
            .formatted(Values.quote(entries.get("dtype"))));
  }

  private static NdArray scalar(Map<?, ?> entries, NdArray array) {
    Object scalar = entries.containsKey("scalar") ? entries.get("scalar") : false;
    if (!(scalar instanceof Boolean yes)) {
      throw new Malformed("\"scalar\" of an array is true or false");
    } else if (yes && array.rank() > 0) {
      throw new Malformed("a scalar has the shape []");
    }
    return yes ? array.asScalar() : array;
  }

  private static String text(Map<?, ?> entries, String name) {
    if (entries.get(name) instanceof String text) {
      return text;
    }
    throw new Malformed("\"$nd\" holds the texts \"dtype\" and \"b64\" and the list \"shape\"");
  }

  private static int[] shape(@Nullable Object value) {
    if (!(value instanceof List<?> lengths) || lengths.size() > NdArray.MAX_RANK) {
      throw new Malformed(
          "\"shape\" of an array is a list of at most %d lengths".formatted(NdArray.MAX_RANK));
    }
    int[] shape = new int[lengths.size()];
    for (int i = 0; i < shape.length; i++) {
      if (!(lengths.get(i) instanceof Long length) || length < 0 || length > Integer.MAX_VALUE) {
        throw new Malformed("a length in \"shape\" is an int from 0 to 2147483647");
      }
      shape[i] = length.intValue();
    }
    return shape;
  }

  private static byte[] bytes(String base64) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      throw new Malformed("\"b64\" of an array is not base64 text");
    }
  }

  /** Writes the object. */
  static void write(JsonGenerator out, NdArray array) {
    out.writeStartObject();
    out.writeStringProperty("dtype", array.typeText());
    out.writeName("shape");
    out.writeStartArray();
    for (int length : array.shape()) {
      out.writeNumber(length);
    }
    out.writeEndArray();
    ByteBuffer view = array.bytes();
    byte[] bytes = new byte[view.remaining()];
    view.get(bytes);
    out.writeStringProperty("b64", Base64.getEncoder().encodeToString(bytes));
    if (array.isScalar()) {
      out.writeBooleanProperty("scalar", true);
    }
    out.writeEndObject();
  }
}
