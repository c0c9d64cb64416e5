package dev.graft.runtime.descriptor;

import dev.graft.descriptor.ValueType;
import dev.graft.descriptor.ValueType.RecordOf;
import dev.graft.descriptor.ValueType.Scalar;
import dev.graft.descriptor.ValueType.UnionOf;
import dev.graft.runtime.descriptor.TypedText.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Random types, and for each one values that mostly are of it: here and there a part is of another
 * type, so that nearly right values are common.
 */
final class TypesAndValues {
  private static final List<String> NAMES = List.of("a", "b_c", "größe", "type");
  private static final int ODD_PERCENT = 6;

  /** What is easily taken for a type. */
  private static final Map<ValueType, ValueType> NEAR =
      Map.of(
          Scalar.INT, Scalar.FLOAT,
          Scalar.FLOAT, Scalar.INT,
          Scalar.DECIMAL, Scalar.FLOAT,
          Scalar.STR, Scalar.BYTES,
          Scalar.DATE, Scalar.DATETIME,
          Scalar.TIME, Scalar.DATETIME,
          Scalar.DATETIME, Scalar.DATE);

  private final Random random;

  TypesAndValues(Random random) {
    this.random = random;
  }

  ValueType type(int depth) {
    if (depth <= 0 || random.nextInt(4) == 0) {
      return pick(List.of(Scalar.values()));
    }
    return switch (random.nextInt(8)) {
      case 0 -> new ValueType.ListOf(type(depth - 1));
      case 1 -> new ValueType.SetOf(type(depth - 1), random.nextBoolean());
      case 2 -> new ValueType.TupleOf(types(depth - 1));
      case 3 -> new ValueType.DictOf(key(depth - 1), type(depth - 1));
      case 4 -> choice();
      case 5 -> new ValueType.OptionalOf(type(depth - 1));
      case 6 -> record(NAMES, depth - 1);
      default -> union(depth - 1);
    };
  }

  private ValueType key(int depth) {
    return switch (random.nextInt(4)) {
      case 0 -> type(depth);
      case 1 -> choice();
      default -> Scalar.STR;
    };
  }

  private static ValueType choice() {
    return new ValueType.EnumOf(List.of("red", "$green", "blue"));
  }

  private List<ValueType> types(int depth) {
    List<ValueType> types = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      types.add(type(depth));
    }
    return types;
  }

  private RecordOf record(List<String> names, int depth) {
    List<RecordOf.Field> fields = new ArrayList<>();
    for (String name : names) {
      if (random.nextBoolean()) {
        fields.add(new RecordOf.Field(name, type(depth)));
      }
    }
    return new RecordOf(fields);
  }

  private UnionOf union(int depth) {
    List<UnionOf.Variant> variants = new ArrayList<>();
    for (String name : List.of("circle", "square", "no_shape")) {
      variants.add(new UnionOf.Variant(name, record(NAMES.subList(0, 3), depth)));
    }
    return new UnionOf("type", variants);
  }

  /** A value, mostly of a type. */
  Written value(ValueType type, int depth) {
    if (random.nextInt(100) < ODD_PERCENT) {
      ValueType other = NEAR.getOrDefault(type, Scalar.NONE);
      return value(random.nextBoolean() ? other : type(Math.min(depth, 2)), depth - 1);
    } else if (type instanceof Scalar scalar) {
      return scalar(scalar, depth);
    } else if (type instanceof ValueType.ListOf list) {
      return TypedText.list(values(list.item(), depth));
    } else if (type instanceof ValueType.SetOf set) {
      return TypedText.set(values(set.item(), depth), set.frozen());
    } else if (type instanceof ValueType.TupleOf tuple) {
      return TypedText.tuple(tuple.items().stream().map(item -> value(item, depth - 1)).toList());
    } else if (type instanceof ValueType.DictOf dict) {
      List<Written> keys = values(dict.key(), depth);
      return TypedText.dict(
          keys, keys.stream().map(key -> value(dict.value(), depth - 1)).toList());
    } else if (type instanceof ValueType.EnumOf choice) {
      return TypedText.str(random.nextInt(10) == 0 ? "grey" : pick(choice.choices()));
    } else if (type instanceof ValueType.OptionalOf optional) {
      return random.nextInt(3) == 0 ? TypedText.NONE : value(optional.type(), depth);
    } else if (type instanceof RecordOf record) {
      return dict(record, new ArrayList<>(), new ArrayList<>(), depth);
    }
    UnionOf union = (UnionOf) type;
    UnionOf.Variant variant = pick(union.variants());
    List<Written> keys = new ArrayList<>(List.of(TypedText.str(union.tag())));
    String name = random.nextInt(10) == 0 ? "sqare" : variant.name();
    return dict(variant.record(), keys, new ArrayList<>(List.of(TypedText.str(name))), depth);
  }

  private Written dict(RecordOf record, List<Written> keys, List<Written> values, int depth) {
    for (RecordOf.Field field : record.fields()) {
      boolean optional = field.type() instanceof ValueType.OptionalOf;
      if (random.nextInt(optional ? 3 : 20) > 0) {
        keys.add(TypedText.str(field.name()));
        values.add(value(field.type(), depth - 1));
      }
    }
    if (random.nextInt(20) == 0) {
      keys.add(TypedText.str(random.nextBoolean() ? "extra" : "$lit"));
      values.add(TypedText.NONE);
    }
    return TypedText.dict(keys, values);
  }

  private Written scalar(Scalar scalar, int depth) {
    if (scalar == Scalar.ANY && random.nextInt(4) > 0) {
      return value(depth <= 0 ? pick(List.of(Scalar.INT, Scalar.STR)) : type(1), depth - 1);
    } else if (scalar == Scalar.NUMBER) {
      return pick(TypedText.of(pick(List.of(Scalar.BOOL, Scalar.INT, Scalar.FLOAT))));
    }
    return pick(TypedText.of(scalar));
  }

  private List<Written> values(ValueType type, int depth) {
    List<Written> values = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      values.add(value(type, depth - 1));
    }
    return values;
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
