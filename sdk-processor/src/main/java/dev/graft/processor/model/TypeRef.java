package dev.graft.processor.model;

import com.palantir.javapoet.ClassName;
import dev.graft.descriptor.ValueType;
import java.util.List;

/** A declared Java type that has a portable form. */
public sealed interface TypeRef {
  /** The type in descriptors. */
  ValueType valueType();

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
  record EnumRef(ClassName name, List<Constant> constants) implements TypeRef {
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

  /** A record. */
  record RecordRef(ClassName name, List<Component> components) implements TypeRef {
    @Override
    public ValueType valueType() {
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
}
