package dev.graft.port.types;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import dev.graft.descriptor.ValueType;
import dev.graft.value.Tuple;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The type of a value.
 *
 * @param kind its kind
 * @param nullable whether it may be none as well
 * @param item what a list holds, or a dict with str keys has as values
 * @param named the Java type of a record or of anything that nothing is done with
 * @param fields those of a record
 * @param arity how many arguments a function takes
 */
public record Type(
    Kind kind,
    boolean nullable,
    Optional<Type> item,
    Optional<TypeName> named,
    List<ValueType.RecordOf.Field> fields,
    int arity) {
  public static final Type NEVER = of(Kind.NEVER);
  public static final Type NONE = of(Kind.NONE);
  public static final Type ANY = of(Kind.ANY);
  public static final Type BOOL = of(Kind.BOOL);
  public static final Type SMALL = of(Kind.SMALL);
  public static final Type LONG = of(Kind.LONG);
  public static final Type INT = of(Kind.INT);
  public static final Type FLOAT = of(Kind.FLOAT);
  public static final Type NUMBER = of(Kind.NUMBER);
  public static final Type STR = of(Kind.STR);
  public static final Type TUPLE = of(Kind.TUPLE);
  public static final Type DICT = of(Kind.DICT);
  public static final Type ENTRIES = of(Kind.ENTRIES);

  /** {@code @Nullable Object}. */
  public static final TypeName OBJECT = nullable(ClassName.OBJECT);

  /** A type without parts. */
  public static Type of(Kind kind) {
    return new Type(kind, false, Optional.empty(), Optional.empty(), List.of(), 0);
  }

  /** A list. */
  public static Type list(Type item) {
    return new Type(Kind.LIST, false, Optional.of(item), Optional.empty(), List.of(), 0);
  }

  /** A dict with str keys. */
  public static Type keyed(Type value) {
    return new Type(Kind.FIELDS, false, Optional.of(value), Optional.empty(), List.of(), 0);
  }

  /** A record of the contract. */
  public static Type record(TypeName name, ValueType.RecordOf record) {
    return new Type(Kind.RECORD, false, Optional.empty(), Optional.of(name), record.fields(), 0);
  }

  /** A function of objects. */
  public static Type function(int arity) {
    return new Type(Kind.FUNCTION, false, Optional.empty(), Optional.empty(), List.of(), arity);
  }

  /** A Java type that nothing is done with. */
  public static Type other(TypeName name) {
    return new Type(Kind.OTHER, false, Optional.empty(), Optional.of(name), List.of(), 0);
  }

  /** The same, and none. */
  public Type orNone() {
    return switch (kind) {
      case ANY, NONE -> this;
      case NEVER -> NONE;
      case BOOL, SMALL, LONG, FLOAT -> ANY;
      default -> new Type(kind, true, item, named, fields, arity);
    };
  }

  /** The same without none. */
  public Type present() {
    return new Type(kind, false, item, named, fields, arity);
  }

  /** What an item of a list is. */
  public Type itemType() {
    return item.orElse(ANY);
  }

  /** What comes out of a container: of one that came from outside anything. */
  public Type element() {
    Type found = itemType();
    return found.kind == Kind.OTHER && found.java() instanceof WildcardTypeName ? ANY : found;
  }

  /** What holds both. */
  public Type join(Type other) {
    if (equals(other) || other.kind == Kind.NEVER) {
      return this;
    } else if (kind == Kind.NEVER) {
      return other;
    } else if (kind == Kind.NONE) {
      return other.orNone();
    } else if (other.kind == Kind.NONE) {
      return orNone();
    } else if (nullable || other.nullable) {
      return present().join(other.present()).orNone();
    } else if (kind == other.kind && item.isPresent()) {
      Type joined = itemType().join(other.itemType());
      return kind == Kind.LIST ? list(joined) : keyed(joined);
    } else if (kind.isInt() && other.kind.isInt()) {
      return kind.compareTo(other.kind) > 0 ? this : other;
    } else if (kind.isNumber() && other.kind.isNumber()) {
      return NUMBER;
    } else if (isEmptyDict() && other.kind == Kind.ENTRIES) {
      return other;
    } else if (other.isEmptyDict() && kind == Kind.ENTRIES) {
      return this;
    } else if (isDict() && other.isDict()) {
      return DICT;
    }
    return ANY;
  }

  private boolean isDict() {
    return kind == Kind.DICT || kind == Kind.FIELDS || kind == Kind.ENTRIES;
  }

  private boolean isEmptyDict() {
    return kind == Kind.FIELDS && itemType().kind == Kind.NEVER;
  }

  /** What a container that is made here holds: what it holds may go anywhere. */
  public Type inContainer() {
    return switch (kind) {
      case STR, NEVER -> this;
      case LIST, FIELDS, ENTRIES -> nullable ? ANY : this;
      default -> ANY;
    };
  }

  /** The Java type of a variable. */
  public TypeName java() {
    return switch (kind) {
      case BOOL -> TypeName.BOOLEAN;
      case SMALL, LONG -> TypeName.LONG;
      case INT -> ClassName.get(BigInteger.class);
      case FLOAT -> TypeName.DOUBLE;
      case NUMBER -> ClassName.get(Number.class);
      case STR -> ClassName.get(String.class);
      case TUPLE -> ClassName.get(Tuple.class);
      case LIST -> ParameterizedTypeName.get(ClassName.get(List.class), itemType().argument());
      case FIELDS ->
          ParameterizedTypeName.get(
              ClassName.get(Map.class), ClassName.get(String.class), itemType().argument());
      case DICT -> {
        TypeName anything = WildcardTypeName.subtypeOf(ClassName.OBJECT);
        yield ParameterizedTypeName.get(ClassName.get(Map.class), anything, anything);
      }
      case ENTRIES -> ParameterizedTypeName.get(ClassName.get(Map.class), OBJECT, OBJECT);
      case FUNCTION ->
          arity == 2
              ? ParameterizedTypeName.get(ClassName.get(BinaryOperator.class), OBJECT)
              : ParameterizedTypeName.get(ClassName.get(UnaryOperator.class), OBJECT);
      case RECORD, OTHER -> named.orElse(ClassName.OBJECT);
      case ANY, NONE, NEVER -> ClassName.OBJECT;
    };
  }

  /** The Java type of a field, a parameter or a result. */
  public TypeName declared() {
    boolean mayBeNull = nullable || kind == Kind.ANY || kind == Kind.NONE || kind == Kind.NEVER;
    return mayBeNull ? nullable(java()) : java();
  }

  /** The Java type as an argument of another one. */
  public TypeName argument() {
    return declared().isPrimitive() ? java().box() : declared();
  }

  private static TypeName nullable(TypeName type) {
    return type instanceof ArrayTypeName || type.isPrimitive()
        ? type
        : type.annotated(AnnotationSpec.builder(ClassName.get(Nullable.class)).build());
  }
}
