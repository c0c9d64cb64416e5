package dev.graft.python.graalpy;

import dev.graft.descriptor.ValueType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/**
 * The record that a node says it emits: its fields cross without tags and names. What is not
 * exactly like it crosses as any other value, so the shape decides nothing but the cost.
 *
 * @param fields the fields in order, those of inner records included
 */
record Shape(List<Field> fields) {
  /** The tag that stands before the fields. */
  static final int TAG = 16;

  /** More fields would make the encoder that Python writes for itself longer than it is worth. */
  private static final int MOST_FIELDS = 32;

  /** One entry of a record. */
  record Field(String name, Kind kind) {}

  /** What an entry holds. */
  sealed interface Kind {}

  /** A value without parts. */
  enum Leaf implements Kind {
    BOOL,
    INT,
    FLOAT,
    STR,
    /** An int, a float or a str, with its tag. */
    ANY
  }

  /** A record in a record. */
  record Inner(Shape shape) implements Kind {}

  Shape {
    fields = List.copyOf(fields);
  }

  /** The shape of a declared output, if it has one. */
  static Optional<Shape> of(ValueType type) {
    return type instanceof ValueType.RecordOf record
        ? ofRecord(record).filter(shape -> shape.leaves() <= MOST_FIELDS)
        : Optional.empty();
  }

  private static Optional<Shape> ofRecord(ValueType.RecordOf record) {
    List<Field> fields = new ArrayList<>();
    for (ValueType.RecordOf.Field field : record.fields()) {
      Optional<Kind> kind = kind(field.type());
      if (kind.isEmpty()) {
        return Optional.empty();
      }
      fields.add(new Field(field.name(), kind.orElseThrow()));
    }
    return fields.isEmpty() ? Optional.empty() : Optional.of(new Shape(fields));
  }

  private static Optional<Kind> kind(ValueType type) {
    return switch (type) {
      case ValueType.Scalar scalar ->
          switch (scalar) {
            case BOOL -> Optional.of(Leaf.BOOL);
            case INT -> Optional.of(Leaf.INT);
            case FLOAT -> Optional.of(Leaf.FLOAT);
            case STR -> Optional.of(Leaf.STR);
            case ANY, NUMBER -> Optional.of(Leaf.ANY);
            default -> Optional.empty();
          };
      case ValueType.EnumOf choices -> Optional.of(Leaf.STR);
      case ValueType.RecordOf inner -> ofRecord(inner).map(Inner::new);
      default -> Optional.empty();
    };
  }

  private int leaves() {
    return fields.stream()
        .mapToInt(field -> field.kind() instanceof Inner inner ? inner.shape().leaves() : 1)
        .sum();
  }

  /** The fields as {@code graft.shaped} wants them. */
  List<?> tree() {
    return fields.stream().map(field -> List.of(field.name(), tree(field.kind()))).toList();
  }

  private static Object tree(Kind kind) {
    return switch (kind) {
      case Inner inner -> inner.shape().tree();
      case Leaf leaf ->
          switch (leaf) {
            case BOOL -> "bool";
            case INT -> "int";
            case FLOAT -> "float";
            case STR -> "str";
            case ANY -> "any";
          };
    };
  }

  /** The record whose fields are the arguments of a call, but for the tag before them. */
  Map<String, @Nullable Object> read(Value[] arguments) {
    return new Reader(arguments).record(this);
  }

  private static final class Reader {
    private final Value[] arguments;
    private int position = 1;

    Reader(Value[] arguments) {
      this.arguments = arguments;
    }

    Map<String, @Nullable Object> record(Shape shape) {
      Map<String, @Nullable Object> record = LinkedHashMap.newLinkedHashMap(shape.fields().size());
      for (Field field : shape.fields()) {
        record.put(field.name(), value(field.kind()));
      }
      return record;
    }

    private Object value(Kind kind) {
      return switch (kind) {
        case Inner inner -> record(inner.shape());
        case Leaf leaf ->
            switch (leaf) {
              case BOOL -> next().asBoolean();
              case INT -> FlatReader.integer(next());
              case FLOAT -> next().asDouble();
              case STR -> Text.of(next());
              case ANY -> tagged(next().asInt());
            };
      };
    }

    private Object tagged(int tag) {
      return switch (tag) {
        case Tag.INT -> FlatReader.integer(next());
        case Tag.FLOAT -> next().asDouble();
        case Tag.STR -> Text.of(next());
        default -> throw new IllegalStateException("unknown tag " + tag);
      };
    }

    private Value next() {
      return arguments[position++];
    }
  }
}
