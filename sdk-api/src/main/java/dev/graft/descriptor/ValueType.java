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
    BYTES("bytes"),
    COMPLEX("complex"),
    DECIMAL("decimal"),
    DATE("date"),
    /** Naive or aware. */
    TIME("time"),
    /** Naive or aware. */
    DATETIME("datetime"),
    TIMEDELTA("timedelta"),
    UUID("uuid"),
    /** An n-dimensional array of any element type and shape. */
    ARRAY("array");

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

  /**
   * A set of any size.
   *
   * @param item what it holds
   * @param frozen whether it is Python's immutable one
   */
  record SetOf(ValueType item, boolean frozen) implements ValueType {
    @Override
    public String text() {
      return (frozen ? "frozenset[" : "set[") + item.text() + "]";
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

  /**
   * One of several records, told apart by one key: a tagged union.
   *
   * @param tag the key whose text says which variant it is
   * @param variants the variants, in order of declaration
   */
  record UnionOf(String tag, List<Variant> variants) implements ValueType {
    public UnionOf {
      variants = List.copyOf(variants);
    }

    @Override
    public String text() {
      return variants.stream()
          .map(variant -> variant.text(tag))
          .collect(Collectors.joining(" or "));
    }

    /**
     * One variant.
     *
     * @param name the text under the tag
     * @param record its other keys
     */
    public record Variant(String name, RecordOf record) {
      private String text(String tag) {
        String fields = record.text().substring(1);
        return "{" + tag + ": \"" + name + "\"" + (fields.length() > 1 ? ", " : "") + fields;
      }
    }
  }
}
