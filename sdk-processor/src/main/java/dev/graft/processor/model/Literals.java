package dev.graft.processor.model;

import dev.graft.value.Values;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the values that annotations give as text, into their portable form. */
public final class Literals {
  private static final Pattern INT = Pattern.compile("-?\\d+");
  private static final Pattern FLOAT =
      Pattern.compile("-?\\d+(?=[.eE])(?:\\.\\d+)?(?:[eE][+-]?\\d+)?");

  private Literals() {}

  /** A number: an int without, a float with a point or an exponent. */
  public static Optional<Number> number(String text) {
    if (INT.matcher(text).matches()) {
      return Optional.of(Values.normalize(new BigInteger(text)));
    } else if (FLOAT.matcher(text).matches()) {
      double value = Double.parseDouble(text);
      return Double.isInfinite(value) ? Optional.empty() : Optional.of(value);
    }
    return Optional.empty();
  }

  /** A default of a scalar or an enum type, or of a list of such, if the text is one. */
  public static Optional<Object> parse(TypeRef type, String text) {
    if (type instanceof TypeRef.EnumRef choice) {
      return choice.choices().contains(text) ? Optional.of(text) : Optional.empty();
    } else if (type instanceof TypeRef.ListRef list) {
      return JsonLiteral.list(text).flatMap(items -> parseAll(list.item(), items));
    } else if (!(type instanceof TypeRef.ScalarRef scalar)) {
      return Optional.empty();
    } else {
      return parse(scalar.scalar(), text);
    }
  }

  private static Optional<Object> parseAll(TypeRef type, List<String> texts) {
    List<Object> items = new ArrayList<>();
    for (String text : texts) {
      Optional<Object> item = parse(type, text);
      if (item.isEmpty()) {
        return Optional.empty();
      }
      items.add(item.get());
    }
    return Optional.of(items);
  }

  private static Optional<Object> parse(JavaScalar scalar, String text) {
    return switch (scalar) {
      case BOOL ->
          text.equals("true") || text.equals("false")
              ? Optional.of(Boolean.valueOf(text))
              : Optional.empty();
      case INT32 -> intOf(text, 31);
      case INT64 -> intOf(text, 63);
      case BIG_INT -> intOf(text, Integer.MAX_VALUE);
      case FLOAT64 -> number(text).filter(Double.class::isInstance).map(Object.class::cast);
      case NUMBER -> number(text).map(Object.class::cast);
      case STR -> Optional.of(text);
      default -> Optional.empty();
    };
  }

  private static Optional<Object> intOf(String text, int bits) {
    return number(text)
        .filter(value -> !(value instanceof Double))
        .filter(value -> Values.toBigInteger(value).bitLength() <= bits)
        .map(Object.class::cast);
  }
}
