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
import java.util.function.Consumer;
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
    find(
        type,
        value,
        wrong -> {
          throw wrong;
        });
  }

  /** All that is wrong with the value, in its order; the paths say where. */
  public static List<ValueException> all(ValueType type, @Nullable Object value) {
    List<ValueException> found = new ArrayList<>();
    find(type, value, found::add);
    return found;
  }

  private static void find(ValueType type, @Nullable Object value, Consumer<ValueException> found) {
    if (type instanceof ValueType.Scalar scalar) {
      if (!isOf(scalar, value)) {
        found.accept(mismatch(scalar, value));
      }
    } else if (type instanceof ValueType.OptionalOf optional) {
      if (value != null) {
        find(optional.type(), value, found);
      }
    } else if (type instanceof ValueType.EnumOf choice) {
      if (!(value instanceof String text)) {
        found.accept(ValueException.expected(type.text(), value));
      } else if (!choice.choices().contains(text)) {
        found.accept(
            ValueException.of(
                ErrorKind.INVALID, "expected " + type.text() + ", got " + Values.describe(value)));
      }
    } else if (type instanceof ValueType.ListOf list && value instanceof List<?> items) {
      findInItems(items, index -> list.item(), found);
    } else if (type instanceof ValueType.TupleOf tuple
        && value instanceof Tuple items
        && items.size() == tuple.items().size()) {
      findInItems(items.items(), index -> tuple.items().get(index), found);
    } else if (type instanceof ValueType.SetOf set
        && !set.frozen()
        && value instanceof Set<?> items) {
      findInItems(new ArrayList<@Nullable Object>(items), index -> set.item(), found);
    } else if (type instanceof ValueType.SetOf set
        && set.frozen()
        && value instanceof FrozenSet items) {
      findInItems(new ArrayList<@Nullable Object>(items.items()), index -> set.item(), found);
    } else if (type instanceof ValueType.DictOf dict && value instanceof Map<?, ?> map) {
      map.forEach(
          (key, item) -> {
            find(dict.key(), key, wrong -> found.accept(wrong.atKey(key)));
            find(dict.value(), item, wrong -> found.accept(wrong.atKey(key)));
          });
    } else if (type instanceof ValueType.RecordOf record && value instanceof Map<?, ?> map) {
      findInFields(record, map, found);
    } else if (type instanceof ValueType.UnionOf union && value instanceof Map<?, ?> map) {
      findInVariant(union, map, found);
    } else {
      found.accept(ValueException.expected(type.text(), value));
    }
  }

  /** A field that is missing may be there under a key that is unknown, which is told alone then. */
  private static void findInFields(
      ValueType.RecordOf record, Map<?, ?> given, Consumer<ValueException> found) {
    // A copy, because a sorted map of other keys could not even be asked for a name.
    Map<?, ?> map = new LinkedHashMap<>(given);
    List<ValueException> unknown = RecordKeys.unknown(map, record);
    unknown.forEach(found);
    for (ValueType.RecordOf.Field field : record.fields()) {
      boolean there = map.containsKey(field.name());
      if (there) {
        find(field.type(), map.get(field.name()), wrong -> found.accept(wrong.atKey(field.name())));
      } else if (unknown.isEmpty() && !(field.type() instanceof ValueType.OptionalOf)) {
        found.accept(
            ValueException.of(ErrorKind.TYPE, "missing, expected " + field.type().text())
                .atKey(field.name()));
      }
    }
  }

  private static void findInVariant(
      ValueType.UnionOf union, Map<?, ?> map, Consumer<ValueException> found) {
    Map<?, ?> fields = new LinkedHashMap<>(map);
    ValueType.RecordOf record;
    try {
      record = variant(union, fields);
    } catch (ValueException wrong) {
      found.accept(wrong);
      return;
    }
    fields.remove(union.tag());
    findInFields(record, fields, found);
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

  private static void findInItems(
      List<? extends @Nullable Object> items,
      IntFunction<ValueType> types,
      Consumer<ValueException> found) {
    for (int i = 0; i < items.size(); i++) {
      int index = i;
      find(types.apply(i), items.get(i), wrong -> found.accept(wrong.atItem(index)));
    }
  }

  /**
   * Whoever writes a whole number where a float belongs may not know that it makes a difference.
   */
  private static ValueException mismatch(ValueType.Scalar type, @Nullable Object value) {
    return type == ValueType.Scalar.FLOAT && value instanceof Long whole
        ? ValueException.of(
            ErrorKind.TYPE,
            "expected float, got %s; write %d.0".formatted(Values.describe(whole), whole))
        : ValueException.expected(type.text(), value);
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
