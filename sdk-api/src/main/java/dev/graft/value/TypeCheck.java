package dev.graft.value;

import dev.graft.descriptor.ValueType;
import dev.graft.node.ErrorKind;
import java.math.BigInteger;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Says whether a portable value is of a declared type; the rules are those of the codecs. */
public final class TypeCheck {
  private TypeCheck() {}

  /**
   * Does nothing if the value is of the type.
   *
   * @throws ValueException if it is not; the path says where
   */
  public static void check(ValueType type, @Nullable Object value) {
    if (type instanceof ValueType.Scalar scalar) {
      if (!isOf(scalar, value)) {
        throw ValueException.expected(type.text(), value);
      }
    } else if (type instanceof ValueType.OptionalOf optional) {
      if (value != null) {
        check(optional.type(), value);
      }
    } else if (type instanceof ValueType.EnumOf choice) {
      if (!(value instanceof String text)) {
        throw ValueException.expected(type.text(), value);
      } else if (!choice.choices().contains(text)) {
        throw ValueException.of(
            ErrorKind.INVALID, "expected " + type.text() + ", got " + Values.describe(value));
      }
    } else if (type instanceof ValueType.ListOf list && value instanceof List<?> items) {
      checkItems(items, index -> list.item());
    } else if (type instanceof ValueType.TupleOf tuple
        && value instanceof Tuple items
        && items.size() == tuple.items().size()) {
      checkItems(items.items(), index -> tuple.items().get(index));
    } else if (type instanceof ValueType.SetOf set
        && !set.frozen()
        && value instanceof Set<?> items) {
      checkItems(new ArrayList<@Nullable Object>(items), index -> set.item());
    } else if (type instanceof ValueType.SetOf set
        && set.frozen()
        && value instanceof FrozenSet items) {
      checkItems(new ArrayList<@Nullable Object>(items.items()), index -> set.item());
    } else if (type instanceof ValueType.DictOf dict && value instanceof Map<?, ?> map) {
      map.forEach(
          (key, item) -> {
            checkAt(dict.key(), key, key);
            checkAt(dict.value(), item, key);
          });
    } else if (type instanceof ValueType.RecordOf record && value instanceof Map<?, ?> map) {
      checkFields(record, map);
    } else if (type instanceof ValueType.UnionOf union && value instanceof Map<?, ?> map) {
      // A copy, because a sorted map of other keys could not even be asked for the tag.
      Map<?, ?> fields = new LinkedHashMap<>(map);
      ValueType.RecordOf record = variant(union, fields);
      fields.remove(union.tag());
      checkFields(record, fields);
    } else {
      throw ValueException.expected(type.text(), value);
    }
  }

  private static void checkFields(ValueType.RecordOf record, Map<?, ?> map) {
    RecordKeys.checkKnown(map, record);
    for (ValueType.RecordOf.Field field : record.fields()) {
      boolean optional = field.type() instanceof ValueType.OptionalOf;
      if (!optional && !map.containsKey(field.name())) {
        throw ValueException.of(ErrorKind.TYPE, "missing, expected " + field.type().text())
            .atKey(field.name());
      }
      checkAt(field.type(), map.get(field.name()), field.name());
    }
  }

  private static ValueType.RecordOf variant(ValueType.UnionOf union, Map<?, ?> map) {
    String tag = RecordKeys.tag(map, union);
    for (ValueType.UnionOf.Variant variant : union.variants()) {
      if (variant.name().equals(tag)) {
        return variant.record();
      }
    }
    throw RecordKeys.noVariant(tag, union);
  }

  private static void checkItems(
      List<? extends @Nullable Object> items, IntFunction<ValueType> types) {
    for (int i = 0; i < items.size(); i++) {
      try {
        check(types.apply(i), items.get(i));
      } catch (ValueException e) {
        throw e.atItem(i);
      }
    }
  }

  private static void checkAt(ValueType type, @Nullable Object value, @Nullable Object key) {
    try {
      check(type, value);
    } catch (ValueException e) {
      throw e.atKey(key);
    }
  }

  private static boolean isOf(ValueType.Scalar type, @Nullable Object value) {
    boolean isInt = value instanceof Long || value instanceof BigInteger;
    return switch (type) {
      case ANY -> true;
      case NONE -> value == null;
      case BOOL -> value instanceof Boolean;
      case INT -> isInt;
      case FLOAT -> value instanceof Double;
      case NUMBER -> isInt || value instanceof Boolean || value instanceof Double;
      case STR -> value instanceof String;
      case BYTES -> value instanceof Bytes;
      case COMPLEX -> value instanceof Complex;
      case DECIMAL -> value instanceof Decimal;
      case DATE -> value instanceof LocalDate;
      case TIME -> value instanceof Time;
      case DATETIME -> value instanceof DateTime;
      case TIMEDELTA -> value instanceof Duration;
      case UUID -> value instanceof java.util.UUID;
      case ARRAY -> value instanceof NdArray array && !array.isScalar();
    };
  }
}
