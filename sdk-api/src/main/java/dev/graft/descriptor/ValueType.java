package dev.graft.descriptor;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The declared type of a parameter, a port or a part of the state. */
public sealed interface ValueType {
  /** The name of the type in messages and documentation, in Python's words. */
  String text();

  /** A type without parts. */
  enum Scalar implements ValueType {
    /** Any portable value. */
    ANY("any"),
    NONE("none"),
    BOOL("bool"),
    /** Unbounded. A bool is no int. */
    INT("int"),
    FLOAT("float"),
    /** A bool, an int or a float. */
    NUMBER("number"),
    STR("str"),
    BYTES("bytes");

    private final String text;

    Scalar(String text) {
      this.text = text;
    }

    @Override
    public String text() {
      return text;
    }

    /** The scalar of that name. */
    public static Optional<Scalar> of(String text) {
      for (Scalar scalar : values()) {
        if (scalar.text.equals(text)) {
          return Optional.of(scalar);
        }
      }
      return Optional.empty();
    }
  }

  /** A list of any length. */
  record ListOf(ValueType item) implements ValueType {
    @Override
    public String text() {
      return "list[" + item.text() + "]";
    }
  }

  /** A tuple of exactly these types. */
  record TupleOf(List<ValueType> items) implements ValueType {
    public TupleOf {
      items = List.copyOf(items);
    }

    @Override
    public String text() {
      return "tuple"
          + items.stream().map(ValueType::text).collect(Collectors.joining(", ", "[", "]"));
    }
  }

  /** A dict whose keys and values have these types. */
  record DictOf(ValueType key, ValueType value) implements ValueType {
    @Override
    public String text() {
      return "dict[" + key.text() + ", " + value.text() + "]";
    }
  }

  /** One of a few texts. */
  record EnumOf(List<String> choices) implements ValueType {
    public EnumOf {
      choices = List.copyOf(choices);
    }

    @Override
    public String text() {
      return "one of " + String.join(", ", choices);
    }
  }

  /** The type, or none. */
  record OptionalOf(ValueType type) implements ValueType {
    @Override
    public String text() {
      return type.text() + " or none";
    }
  }

  /** A dict with exactly these keys, in this order. */
  record RecordOf(List<Field> fields) implements ValueType {
    public RecordOf {
      fields = List.copyOf(fields);
    }

    @Override
    public String text() {
      return fields.stream()
          .map(field -> field.name() + ": " + field.type().text())
          .collect(Collectors.joining(", ", "{", "}"));
    }

    /**
     * One entry of a record.
     *
     * @param name the key
     * @param type what it holds
     */
    public record Field(String name, ValueType type) {}
  }
}
