package dev.graft.compat.report;

import dev.graft.value.Bytes;
import dev.graft.value.Complex;
import dev.graft.value.Decimal;
import dev.graft.value.FrozenSet;
import dev.graft.value.NdArray;
import dev.graft.value.Tuple;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Values as Python expressions, which need the modules of {@link #IMPORTS}. */
final class PythonText {
  static final String IMPORTS = "import base64\nimport decimal\nimport uuid\n";

  private PythonText() {}

  /**
   * The expression.
   *
   * @throws UnwritableException if there is none
   */
  static String of(@Nullable Object value) throws UnwritableException {
    return switch (value) {
      case null -> "None";
      case Boolean bool -> bool ? "True" : "False";
      case Long number -> number.toString();
      case BigInteger number -> number.toString();
      case Double number -> real(number);
      case String text -> quoted(text);
      case Bytes bytes -> "base64.b64decode(\"" + base64(bytes.toByteArray()) + "\")";
      case Complex c -> "complex(" + real(c.real()) + ", " + real(c.imaginary()) + ")";
      case Decimal decimal -> "decimal.Decimal(\"" + decimal + "\")";
      case UUID id -> "uuid.UUID(\"" + id + "\")";
      case Tuple tuple -> "(" + all(tuple.items()) + (tuple.size() == 1 ? ",)" : ")");
      case List<?> list -> "[" + all(list) + "]";
      case FrozenSet set -> "frozenset([" + all(set.items()) + "])";
      case Set<?> set -> "set([" + all(set) + "])";
      case Map<?, ?> map -> dict(map);
      case NdArray array -> array(array);
      default ->
          throw new UnwritableException(
              "a value of the type %s has no short form in Python"
                  .formatted(value.getClass().getSimpleName()));
    };
  }

  private static String real(double number) {
    return Double.isFinite(number)
        ? Double.toString(number)
        : "float(\"" + (Double.isNaN(number) ? "nan" : number > 0 ? "inf" : "-inf") + "\")";
  }

  /** As Python and JSON write texts, lone surrogates included. */
  static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints()
        .forEach(
            point -> {
              if (point == '"' || point == '\\') {
                quoted.append('\\').append((char) point);
              } else if (point == '\n') {
                quoted.append("\\n");
              } else if (point >= ' ' && point < 0x7f) {
                quoted.append((char) point);
              } else {
                quoted.append("\\U%08x".formatted(point));
              }
            });
    return quoted.append('"').toString();
  }

  private static String dict(Map<?, ?> map) throws UnwritableException {
    StringBuilder dict = new StringBuilder("{");
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      dict.append(dict.length() > 1 ? ", " : "");
      dict.append(of(entry.getKey())).append(": ").append(of(entry.getValue()));
    }
    return dict.append('}').toString();
  }

  private static String all(Collection<? extends @Nullable Object> items)
      throws UnwritableException {
    StringBuilder all = new StringBuilder();
    for (Object item : items) {
      all.append(all.isEmpty() ? "" : ", ").append(of(item));
    }
    return all.toString();
  }

  private static String array(NdArray array) {
    byte[] bytes = new byte[array.size() * array.type().size()];
    array.bytes().get(bytes);
    String shape =
        Arrays.stream(array.shape()).mapToObj(axis -> axis + ",").collect(Collectors.joining());
    return "__import__(\"numpy\").frombuffer(base64.b64decode(\"%s\"), \"%s\").reshape((%s)).copy()"
        .formatted(base64(bytes), array.typeText(), shape);
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
