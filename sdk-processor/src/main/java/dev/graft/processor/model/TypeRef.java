package dev.graft.processor.model;

import com.palantir.javapoet.ClassName;
import dev.graft.descriptor.ValueType;
import java.util.List;

/** A declared Java type that has a portable form. */
public sealed interface TypeRef {
  /** The type in descriptors. */
  ValueType valueType();

  /** A type that an author wrote. */
  sealed interface Named extends TypeRef {
    /** The class. */
    ClassName name();
  }

  /**
   * A type without parts.
   *
   * @param scalar which
   * @param primitive whether it is declared as the primitive and not as its box
   */
  record ScalarRef(JavaScalar scalar, boolean primitive) implements TypeRef {
    @Override
    public ValueType valueType() {
      return scalar.type();
    }
  }

  /** {@code List<item>}. */
  record ListRef(TypeRef item) implements TypeRef {
    @Override
    public ValueType valueType() {
      return new ValueType.ListOf(item.valueType());
    }
  }

  /** {@code Set<item>}. */
  record SetRef(TypeRef item) implements TypeRef {
    @Override
    public ValueType valueType() {
      return new ValueType.SetOf(item.valueType(), false);
    }
  }

  /** {@code Map<key, value>}. */
  record MapRef(TypeRef key, TypeRef value) implements TypeRef {
    @Override
    public ValueType valueType() {
      return new ValueType.DictOf(key.valueType(), value.valueType());
    }
  }

  /** {@code Optional<inner>}. */
  record OptionalRef(TypeRef inner) implements TypeRef {
    @Override
    public ValueType valueType() {
      return new ValueType.OptionalOf(inner.valueType());
    }
  }

  /** An enum. */
  record EnumRef(ClassName name, List<Constant> constants) implements Named {
    @Override
    public ValueType valueType() {
      return new ValueType.EnumOf(choices());
    }

    /** The texts that stand for the constants. */
    public List<String> choices() {
      return constants.stream().map(Constant::choice).toList();
    }

    /**
     * One constant.
     *
     * @param name in Java
     * @param choice in a manifest
     */
    public record Constant(String name, String choice) {}
  }

  /**
   * A record.
   *
   * @param name the class
   * @param arguments what stands for its type parameters
   * @param components what it holds
   * @param asTuple whether it is a tuple and no dict
   */
  record RecordRef(
      ClassName name, List<TypeRef> arguments, List<Component> components, boolean asTuple)
      implements Named {
    @Override
    public ValueType valueType() {
      return asTuple
          ? new ValueType.TupleOf(components.stream().map(c -> c.type().valueType()).toList())
          : dictType();
    }

    /** The type in descriptors if it is a dict. */
    public ValueType.RecordOf dictType() {
      return new ValueType.RecordOf(
          components.stream()
              .map(c -> new ValueType.RecordOf.Field(c.key(), c.type().valueType()))
              .toList());
    }

    /**
     * One component.
     *
     * @param name in Java
     * @param key in the dict
     * @param type what it holds
     */
    public record Component(String name, String key, TypeRef type) {}
  }

  /** A sealed interface of records. */
  record UnionRef(ClassName name, List<Variant> variants) implements Named {
    /** The key whose text says which record it is. */
    public static final String TAG = "type";

    @Override
    public ValueType valueType() {
      return new ValueType.UnionOf(
          TAG,
          variants.stream()
              .map(v -> new ValueType.UnionOf.Variant(v.tag(), v.record().dictType()))
              .toList());
    }

    /** The text that stands for one of its records. */
    public String tagOf(RecordRef record) {
      return variants.stream()
          .filter(variant -> variant.record().equals(record))
          .map(Variant::tag)
          .findFirst()
          .orElseThrow();
    }

    /**
     * One record.
     *
     * @param tag the text that stands for it
     * @param record what else it holds
     */
    public record Variant(String tag, RecordRef record) {}
  }
}
